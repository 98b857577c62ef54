// Makes dist/ from src/: the library and the command as few files, which Node loads in half the time of four hundred.
// What is loaded only when it is asked for (readers, renderers) stays apart. Dependencies stay packages.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = await rolldown({
  cwd: root,
  input: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
  platform: 'node',
  external: /^[^./]/,
});
await bundle.write({
  dir: 'dist',
  cleanDir: true,
  format: 'esm',
  sourcemap: true,
  entryFileNames: '[name].js',
  // one folder below the package: see src/package-root.ts
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
