// One measured job in a process of its own: node job.mjs MAKER FORMAT article|book FILE…
// Prints what the whole process took from a cold start; of makers that can be handed what they write, the writing alone.
import { readFileSync } from 'node:fs';

const [maker, to, kind, ...files] = process.argv.slice(2);
const { open } = await import(`./makers/${maker}.js`);
const make = await open();
let bytes = 0;
const before = make.prepare ? await prepared() : 0;
for (const file of files) bytes += await make(file, { to, isBook: kind === 'book' });
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6 + childSeconds() - before;
console.log(JSON.stringify({ cpuSeconds, peakBytes: maker === 'pandoc' ? undefined : peakBytes(), bytes }));

/** Reads the files ahead, and returns the CPU that has been spent until then. */
async function prepared() {
  for (const file of files) await make.prepare(file);
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
}

/** Of programs that were waited for, by Linux: user and system time in ticks of 10 ms. */
function childSeconds() {
  const fields = procFile('stat')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100;
}

/** Linux counts in `maxRSS` what the parent had before this program began; `VmHWM` is of this program alone. */
function peakBytes() {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(procFile('status'))?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kilobytes) * 1024;
}

function procFile(name) {
  try {
    return readFileSync(`/proc/self/${name}`, 'utf8');
  } catch {
    return '';
  }
}
