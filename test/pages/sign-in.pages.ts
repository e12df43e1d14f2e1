import type { AccessToken, DeviceCode } from '@district/contract/types.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../platform/start/listen.ts';
import { type District, openDistrict } from '../platform/harness/district.ts';
import { letSignIn, PASSWORD } from '../platform/sign-in/account.ts';
import { openChromium } from './chromium.ts';

/** A small phone held upright. */
const PHONE = { width: 360, height: 640 };

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());

for (const javaScriptEnabled of [true, false]) {
  test(`a console is let in on a phone, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    const { district, url } = await serve();
    await letSignIn(district, 'administrator');
    const page = await openPage({ javaScriptEnabled, locale: 'zh-CN' });
    const code = await askForCode(url);

    await page.goto(code.verification_uri_complete);
    await looksRight(page, '登录控制台');
    expect(await page.getByLabel('登录码').inputValue()).toBe(code.user_code);
    await page.getByRole('button', { name: '继续' }).click();
    await looksRight(page, '登录');
    await page.getByLabel('登录名').fill('administrator');
    await page.getByLabel('口令').fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('登录名或口令不对');
    await page.getByLabel('口令').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await looksRight(page, '允许这个控制台登录吗?');
    expect(await page.getByRole('definition').allTextContents()).toContain(code.user_code);
    await page.getByRole('link', { name: 'English' }).click();
    await looksRight(page, 'Let this console in?');
    await page.getByRole('button', { name: 'Let it in' }).click();
    await looksRight(page, 'Let in');
    expect((await fetchToken(url, code)).token_type).toBe('Bearer');
  });
}

test('one-time codes are switched on with a picture that fits a phone, and cookies are kept from scripts', async () => {
  const { district, url } = await serve();
  await letSignIn(district, 'duty', true);
  const page = await openPage({ locale: 'en-GB' });
  await page.goto(`${url}/account`);
  await page.getByLabel('Name').fill('duty');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await looksRight(page, 'Choose a password of your own');
  await page.getByLabel('Initial password').fill(PASSWORD);
  await page.getByLabel('New password', { exact: true }).fill('seven blue umbrellas');
  await page.getByLabel('The new password again').fill('seven blue umbrellas');
  await page.getByRole('button', { name: 'Save' }).click();
  await looksRight(page, 'My account');
  await page.getByRole('link', { name: 'Switch one-time codes on' }).click();
  await page.getByLabel('Password').fill('seven blue umbrellas');
  await page.getByRole('button', { name: 'Go on' }).click();
  await looksRight(page, 'Switch one-time codes on');
  const picture = await page.getByRole('img').boundingBox();
  expect(picture?.width).toBeGreaterThan(150);
  expect(await page.evaluate('document.cookie')).toBe('');
});

interface Served {
  district: District;
  url: string;
}

async function serve(): Promise<Served> {
  const district = await openDistrict();
  const listening = await listen(district.app, '127.0.0.1', 0);
  onTestFinished(() => listening.close());
  return { district, url: listening.url };
}

/** A page whose own faults fail the test: what its policy blocks is said on its console. */
async function openPage(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context: BrowserContext = await chromium.newContext({ viewport: PHONE, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  return page;
}

/** The page that was meant, nothing wider than the phone, nothing too small for a thumb. */
async function looksRight(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  for (const element of await page.locator('body *:visible').all()) {
    const box = await element.boundingBox();
    if (box)
      expect(Math.ceil(box.x + box.width), await element.innerText().catch(() => '')).toBeLessThanOrEqual(
        PHONE.width,
      );
  }
  for (const control of await page.locator('button, input[type=text], input[type=password]').all())
    expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
}

async function askForCode(url: string): Promise<DeviceCode> {
  const body = new URLSearchParams({ client_id: 'district-console' });
  return (await (await fetch(`${url}/v1/device/code`, { method: 'POST', body })).json()) as DeviceCode;
}

async function fetchToken(url: string, { device_code }: DeviceCode): Promise<AccessToken> {
  const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
  const body = new URLSearchParams({ grant_type, device_code, client_id: 'district-console' });
  return (await (await fetch(`${url}/v1/device/token`, { method: 'POST', body })).json()) as AccessToken;
}
