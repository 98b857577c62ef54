import fc from 'fast-check';

// One seed for every run, so that a red run can be repeated and a green one means the same everywhere. Look for new
// counterexamples with FUZZ_SEED=$RANDOM npx vitest run --project unit.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_211_001) });
