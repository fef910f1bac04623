import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'

/** The parts of a seal: the results document, the history and the numbers of the facts, each compressed. */
export type SealPartKind = 'document' | 'history' | 'places'

/** Yields a part of a seal in pieces. */
export async function* readSealPart(
  db: Database,
  year: number,
  number: number,
  kind: SealPartKind,
): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const { rows } = await db.execute<{ bytes: Uint8Array }>(
      sql`select bytes from seal_part where year = ${year} and number = ${number} and kind = ${kind} and part = ${part}`,
    )
    if (rows[0] === undefined) return
    yield Buffer.from(rows[0].bytes)
  }
}

/** Writes a part of a seal. */
export async function writeSealPart(
  tx: Transaction,
  year: number,
  number: number,
  kind: SealPartKind,
  pieces: readonly Uint8Array[],
): Promise<void> {
  for (const [part, bytes] of pieces.entries()) {
    await tx.execute(sql`insert into seal_part (year, number, kind, part, bytes)
      values (${year}::int, ${number}::int, ${kind}::text, ${part}::int, decode(${Buffer.from(bytes).toString('base64')}::text, 'base64'))`)
  }
}
