// Unpacks Chromium beside this file, in place of the temporary directory that its package would use. It runs on Linux on x86-64
// only; elsewhere there is nothing to unpack.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = import.meta.dirname;
const unpacked = join(directory, 'chromium');
const partial = join(directory, 'chromium.part');

if (process.platform === 'linux' && process.arch === 'x64' && !existsSync(unpacked)) {
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  process.env.TMPDIR = partial;
  // The package then also unpacks the libraries that a server without a desktop lacks.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  // With its own font only, a page looks the same on every machine.
  writeFileSync(join(partial, 'fonts', 'fonts.conf'),
    '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n');
  renameSync(partial, unpacked);
}
