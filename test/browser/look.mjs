// Looks at a page in a real browser, on a wide and a narrow screen, in light and dark, and prints as JSON what there is to see:
//   node look.mjs <page> <directory for the screenshots>
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { measure } from './measure.mjs';

const [page, directory] = process.argv.slice(2);
const unpacked = join(import.meta.dirname, 'chromium');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const own = process.env.PUPPETEER_EXECUTABLE_PATH;
const browser = await puppeteer.launch({
  executablePath: own ?? join(unpacked, 'chromium'),
  headless: own ? true : 'shell',
  // Containers seldom let it build its sandbox; it sees no page but ours.
  args: ['--no-sandbox', '--disable-gpu'],
  env: own ? process.env : {
    ...process.env,
    LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(unpacked, 'fonts'),
  },
});
try {
  const sights = [];
  for (const width of [1280, 400]) {
    for (const scheme of ['light', 'dark']) {
      sights.push(await look(width, scheme));
    }
  }
  console.log(JSON.stringify({ browser: await browser.version(), sights }));
} finally {
  await browser.close();
}

async function look(width, scheme) {
  const tab = await browser.newPage();
  const complaints = [];
  const requests = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('requestfailed', (request) => complaints.push('failed: ' + request.url()));
  tab.on('request', (request) => requests.push(request.url()));
  await tab.setJavaScriptEnabled(false);
  await tab.setViewport({ width, height: 900 });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await tab.goto(pathToFileURL(page).href, { waitUntil: 'load' });
  const screenshot = join(directory, `${width}-${scheme}.png`);
  await tab.screenshot({ path: screenshot, fullPage: true });
  const closed = await tab.evaluate(measure);
  await tab.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
  const opened = await tab.evaluate(measure);
  // The page needs no scripts, but what checks it does.
  await tab.setJavaScriptEnabled(true);
  await tab.evaluate(axe);
  const violations = await tab.evaluate(() => window.axe.run().then((found) => found.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; ')}`)));
  await tab.close();
  return { width, scheme, screenshot, complaints, requests, closed, opened, violations };
}
