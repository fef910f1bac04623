import { z } from 'zod'

/**
 * 备份文件: gzip over lines of JSON, the same for both databases. A header; then for each table a line that names its columns and one array a row,
 * each value as PostgreSQL writes it (text or null); the next number of each sequence; the files in pieces of base64; an end with all counts
 * and the SHA-256 of every line before it.
 */
export const BACKUP_FORMAT = 'hengping-backup/1'

/** 备份的首行. */
export const headerSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  program: z.string(),
  at: z.string(),
  database: z.enum(['embedded', 'memory', 'server']),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
})

/** 备份的末行. */
export const endSchema = z.object({
  end: z.literal(true),
  tables: z.record(z.string(), z.number()),
  files: z.number(),
  sha256: z.string(),
})

const controlSchema = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ sequence: z.string(), next: z.number() }),
  z.object({ file: z.string(), bytes: z.number() }),
  endSchema,
  headerSchema,
])

export type BackupHeader = z.output<typeof headerSchema>
export type BackupEnd = z.output<typeof endSchema>

/** 备份的一行, as it is read: a control line, a row of the table named last, or a piece of the file named last. */
export type BackupEntry =
  | { readonly kind: 'row'; readonly text: string }
  | { readonly kind: 'piece'; readonly bytes: Buffer }
  | { readonly kind: 'control'; readonly line: z.output<typeof controlSchema> }

/** 一行的读取; `undefined` when it is none of these. */
export function readBackupLine(text: string): BackupEntry | undefined {
  if (text.startsWith('[') && text.endsWith(']')) return { kind: 'row', text }
  if (text.startsWith('"') && text.endsWith('"'))
    return { kind: 'piece', bytes: Buffer.from(text.slice(1, -1), 'base64') }
  try {
    const read = controlSchema.safeParse(JSON.parse(text))
    return read.success ? { kind: 'control', line: read.data } : undefined
  } catch {
    return undefined
  }
}
