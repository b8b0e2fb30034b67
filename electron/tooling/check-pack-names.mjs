#!/usr/bin/env node
// Part of `npm run lint`: streams are data, so the engine names no column of any pack.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { engineSources, namedColumns, shippedColumns } from './lint/pack-names.mjs';
import { checkout } from './setup/places.mjs';

const columns = shippedColumns(checkout);
const found = engineSources(checkout).flatMap((file) =>
  namedColumns(readFileSync(file, 'utf8'), columns).map(
    ({ line, name }) => `${relative(checkout, file)}:${line}  ${name}`,
  ),
);
if (found.length > 0) {
  console.error(`The engine names columns of a pack; they belong into its stream.json:`);
  console.error(found.map((place) => `  ${place}`).join('\n'));
  process.exitCode = 1;
}
