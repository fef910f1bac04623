import type { TrailLine } from '../../../../files/trail/trailHash.ts'
import type { RunScript } from '../openDatabase.ts'
import { readCursor } from './readCursor.ts'

/** 逐行读出留痕, from its first line, inside the script's transaction. */
export async function* readTrail(run: RunScript): AsyncGenerator<TrailLine> {
  const query = `select json_build_object('seq', seq, 'at', at, 'actor', actor, 'actorName', actor_name, 'kind', kind, 'year', year, 'unit', unit,
    'values', values, 'prev', prev, 'hash', hash)::text as line from trail order by seq`
  for await (const lines of readCursor(run, query))
    for (const line of lines) yield JSON.parse(line) as TrailLine
}

/** 留痕的末行, as kept apart. */
export async function trailHeadOf(run: RunScript): Promise<{ readonly seq: number; readonly hash: string }> {
  const [head] = await run('select seq::int as seq, hash from trail_head')
  return { seq: Number(head?.['seq'] ?? 0), hash: String(head?.['hash'] ?? '') }
}
