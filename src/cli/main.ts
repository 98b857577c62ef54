#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

/**
 * V8 of Node 20 optimises what has run for so long; at its own 67,584 a fifth of our time goes into compiling on other
 * threads what is soon done with. Later releases ask in other flags, and are sparing by themselves.
 */
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=500000');

// Loaded when the flag is set: what is compiled before it keeps the old budget.
const [{ run }, { processTerminal }] = await Promise.all([import('./run.js'), import('./terminal.js')]);

// The code is set, not exited with, so that what is written still reaches a slow reader.
process.exitCode = await run(process.argv.slice(2), processTerminal());
