// Publishes the file formats: writes schemas/*.schema.json from the schemas that read the files.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '../src/contract/shape/jsonSchemas.ts'

const folder = join(import.meta.dirname, '..', 'schemas')
mkdirSync(folder, { recursive: true })
for (const [name, text] of jsonSchemas()) {
  writeFileSync(join(folder, name), text)
  process.stdout.write(`已写出 schemas/${name}\n`)
}
