import { createHash } from 'node:crypto';

/** The whole of it: one column that a phone of 320 pixels shows without scrolling sideways, in the colours the system has. */
export const STYLE = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 30rem; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
header, footer { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; font-size: .9rem; }
h1 { font-size: 1.4rem; line-height: 1.3; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
label { display: block; margin: 1rem 0 .2rem; font-weight: 600; }
input[type=text], input[type=password] { width: 100%; font: inherit; padding: .6rem; min-height: 3rem; }
input.code { font-family: ui-monospace, monospace; font-size: 1.5rem; letter-spacing: .1em; }
button { font: inherit; font-weight: 600; min-height: 3rem; padding: .6rem 1.2rem; margin: 1rem .5rem 0 0; }
form.inline button { min-height: 2.75rem; margin: .5rem 0 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; }
.fault { border-left: .3rem solid #c00; padding: .3rem .8rem; font-weight: 600; }
.note { border-left: .3rem solid #07c; padding: .3rem .8rem; }
.qr { width: 12rem; max-width: 100%; background: #fff; }
pre, code { font: 1rem/1.6 ui-monospace, monospace; white-space: pre-wrap; }
li { margin: .8rem 0; }
`;

/** Names the style in the Content-Security-Policy, so that no other can be slipped in. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
