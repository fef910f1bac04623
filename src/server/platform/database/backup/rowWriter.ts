import type { RunScript } from '../openDatabase.ts'
import { damaged } from './readBackup.ts'
import { quoted, type TableShape } from './tableShapes.ts'

const BATCH_ROWS = 1_000
const BATCH_LENGTH = 1_000_000

/** Writes rows to the tables in batches. */
interface RowWriter {
  begin(table: string, columns: readonly string[]): Promise<void>
  /** adds one row as a JSON array of texts and nulls. */
  add(row: string): Promise<void>
  end(): Promise<void>
}

/** Creates a row writer: rows are collected into statements of about a million characters; PostgreSQL itself parses the JSON. */
export function createRowWriter(
  run: RunScript,
  shapes: readonly TableShape[],
  count: (rows: number) => void,
): RowWriter {
  const known = new Map(shapes.map(shape => [shape.name, shape]))
  let insert: string | undefined
  let rows: string[] = []
  let [length, written] = [0, 0]
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return
    await run(`${insert} json_array_elements('[${rows.join(',').replaceAll("'", "''")}]') row`)
    written += rows.length
    count(written)
    ;[rows, length] = [[], 0]
  }
  return {
    begin: async (table, columns) => {
      await flush()
      insert = insertInto(known.get(table), columns)
      known.delete(table)
    },
    add: async row => {
      if (insert === undefined) throw damaged('有一行不属于任何表')
      rows.push(row)
      length += row.length
      if (rows.length >= BATCH_ROWS || length >= BATCH_LENGTH) await flush()
    },
    end: async () => {
      await flush()
      const [missing] = known.keys()
      if (missing !== undefined) throw damaged(`缺少表“${missing}”`)
    },
  }
}

function insertInto(shape: TableShape | undefined, columns: readonly string[]): string {
  if (shape === undefined) throw damaged('有不认识的或重复的表')
  const types = new Map(shape.columns.map(column => [column.name, column.type]))
  if (columns.length !== types.size || columns.some(column => !types.has(column)))
    throw damaged(`表“${shape.name}”的列不符`)
  const values = columns.map((column, at) => `(row->>${at})::${types.get(column)}`)
  return `insert into ${quoted(shape.name)} (${columns.map(quoted).join(', ')}) overriding system value select ${values.join(', ')} from`
}
