import { z } from 'zod'

/**
 * The backup format: gzip of JSON lines, the same for both databases. A header; then for each table a
 * line that names its columns and one array per row, each value as PostgreSQL writes it (text or null);
 * the next number of each sequence; the files in pieces of base64; an end line with all counts and the
 * SHA-256 of every line before it.
 */
export const BACKUP_FORMAT = 'hengping-backup/1'

/** The first line of a backup. */
const headerSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  program: z.string(),
  at: z.string(),
  database: z.enum(['embedded', 'memory', 'server']),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
})

/** The last line of a backup. */
const endSchema = z.object({
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

/** A line of a backup as read: a control line, a row of the table named last, or a piece of the file named last. */
export type BackupEntry =
  | { readonly kind: 'row'; readonly text: string }
  | { readonly kind: 'piece'; readonly bytes: Buffer }
  | { readonly kind: 'control'; readonly line: z.output<typeof controlSchema> }

/** Reads a line of a backup; `undefined` if it is none of these. */
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
