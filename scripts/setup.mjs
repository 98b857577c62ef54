// Makes a fresh clone ready: installs the dependencies of package-lock.json when they are missing or stale.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = readFileSync(`${root}package-lock.json`, 'utf8');
const stamp = `${root}node_modules/.paiban-installed`;
const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`paiban needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}
if (!isCurrent) {
  console.error('Installing dependencies (npm ci) …');
  // One string and a shell: npm is a .cmd file on Windows.
  const run = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: true,
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  writeFileSync(stamp, lock);
}
