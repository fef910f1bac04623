// Writes docs/access-matrix.md from the tables that judge.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessMatrix } from './accessMatrix.ts'

writeFileSync(join(import.meta.dirname, '..', 'docs', 'access-matrix.md'), accessMatrix())
process.stdout.write('已写出 docs/access-matrix.md\n')
