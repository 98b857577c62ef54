#!/usr/bin/env node
import { run } from './run.js';
import { processTerminal } from './terminal.js';

// The code is set, not exited with, so that what is written still reaches a slow reader.
process.exitCode = await run(process.argv.slice(2), processTerminal());
