// Writes without end, in its own process, till it is killed or has written as much as was asked. One line a write that was answered for: its number.
// Argument: JSON of what to do.
import { writeSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { SYSTEM_ACTOR } from '../../src/server/platform/access/actor.ts'
import { createChange } from '../../src/server/platform/change/change.ts'
import { isDatabaseAway } from '../../src/server/platform/database/isDatabaseAway.ts'
import { type DatabaseSettings, openDatabase } from '../../src/server/platform/database/openDatabase.ts'

/** What a writer is to do: `each` of its `writers` makes so many changes, named by `name`. */
export interface WriterOrder {
  readonly settings: DatabaseSettings
  readonly name: string
  readonly writers: number
  readonly each: number
}

const { settings, name, writers, each } = JSON.parse(process.argv[2]!) as WriterOrder
const { db, close } = await openDatabase(settings)
const { rows } = await db.execute<{ n: number }>(sql`select count(*) as n from setting`)
// What was there at its start: all that its forerunners had answered for.
say(`found ${rows[0]!.n}`)
await Promise.all(Array.from({ length: writers }, (_value, writer) => write(writer)))
await close()
say('done')

async function write(writer: number): Promise<void> {
  for (let n = 0; n < each; n++) {
    const id = `${name}-${writer}-${n}`
    await writeOnce(id)
    say(`wrote ${id}`)
  }
}

/** As a client does whose server went away: again, with the same key, till it is answered. */
async function writeOnce(id: string): Promise<void> {
  for (;;) {
    try {
      const change = createChange({ db, now: () => new Date() }, SYSTEM_ACTOR, { key: id, fingerprint: id })
      await change(async tx => {
        await tx.execute(sql`insert into setting (key, value) values (${id}, 'true')`)
        return { answer: id, events: [{ kind: 'serverStarted', values: { version: id, database: '' } }] }
      })
      return
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
}

/** At once, without a buffer that would go with the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
