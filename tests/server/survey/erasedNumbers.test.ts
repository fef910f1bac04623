import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { backedFiles } from '../../../src/server/platform/database/backup/backedFiles.ts'
import { gzipLines } from '../../../src/server/platform/database/backup/gzipLines.ts'
import { writeBackup } from '../../../src/server/platform/database/backup/writeBackup.ts'
import { eraseDueNumbers } from '../../../src/server/rooms/survey/eraseNumbers.ts'
import { openNumber } from '../../../src/server/rooms/survey/openNumber.ts'
import { LONG } from '../../longRun.ts'
import { openGround, type Ground } from '../linking/ground.ts'
import { openOffice } from '../office.ts'
import { openGame } from './linkingGame.ts'
import { commissionOf, end, next, openSurveyYear, surveyOf } from './surveyOffice.ts'

const root = mkdtempSync(join(tmpdir(), '衡评 号码-'))
let ground: Ground | undefined
afterAll(async () => {
  await ground?.close()
  rmSync(root, { recursive: true, force: true })
})

/** Numbers, a name and an opinion that stand nowhere else. */
const [PREFIX, NAME, OPINION] = ['19970', '欧阳验证', '请把便民窗口开到中午']
const EACH = 16

/** The files below some folders. */
function* filesBelow(folders: readonly string[]): Generator<readonly [string, Buffer]> {
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      const path = join(folder, name)
      if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue
      try {
        yield [path, readFileSync(path)]
      } catch {
        // The server has just removed it.
      }
    }
}

/** What is in the clear in some bytes: as it is, or as the hexadecimal text of its bytes. */
function clearIn(bytes: Buffer, words: readonly string[]): readonly string[] {
  const text = bytes.toString('latin1')
  const hex = Buffer.from(PREFIX).toString('hex')
  const found = [
    ...(text.match(/19970\d{6}/g) ?? []),
    ...(text.match(new RegExp(`${hex}(3\\d){6}`, 'g')) ?? []).map(one => Buffer.from(one, 'hex').toString()),
    ...[NAME, OPINION].filter(
      word => bytes.includes(word) || text.includes(Buffer.from(word).toString('hex')),
    ),
  ]
  return [...new Set(found.filter(one => words.includes(one)))]
}

describe.each(LONG ? (['PGlite', 'PostgreSQL'] as const) : (['PGlite'] as const))(
  '四（三） numbers of a survey (%s)',
  kind => {
    test('lie nowhere in the clear, nor do answers before separation; after the day of deletion their key is nowhere either', async () => {
      ground = await openGround(kind, root)
      const opening = await openOffice(ground.database)
      const units = await openSurveyYear(opening.context)
      await opening.close()
      const game = await openGame(ground, units)
      const { office, committee, surveyor, callers, log } = game
      const { db, keys } = office.context
      const { dataFolder, databaseFolder, database } = ground
      // PGlite keeps its database in the data folder.
      const folders = kind === 'PGlite' ? [dataFolder] : [databaseFolder, dataFolder]
      const survey = surveyOf(committee, surveyor)
      await survey.draft(commissionOf([units[0]!.id], EACH))
      await survey.entrust()
      const people = ['党员', '群众'].flatMap((group, side) =>
        Array.from({ length: EACH + 4 }, (_, nth) => [
          `${PREFIX}${String(side * 500_000 + nth * 7919).padStart(6, '0')}`,
          units[0]!.name,
          group,
          '',
          NAME,
        ]),
      )
      const numbers = people.map(([number]) => number!)
      const words = [...numbers, NAME, OPINION]
      // A row that is refused, and the same file again: what is said of them is masked.
      await survey.keep([...people, people[0]!, [`${numbers[0]}1234`, units[0]!.name, '党员', '', NAME]])
      await survey.upload(people)
      const tables = async () => {
        const { rows } = await db.execute<{ name: string }>(
          sql`select table_name as name from information_schema.tables where table_schema = current_schema()`,
        )
        const texts = []
        for (const { name } of rows) {
          const { rows: found } = await db.execute<{ text: string | null }>(
            sql`select string_agg(t::text, '|') as text from ${sql.identifier(name)} t`,
          )
          texts.push(found[0]!.text ?? '')
        }
        return Buffer.from(texts.join('\n'))
      }
      const backUp = async (name: string) => {
        const path = join(root, name)
        await gzipLines(createWriteStream(path), sink =>
          writeBackup(database, '0', backedFiles(dataFolder), sink),
        )
        return gunzipSync(readFileSync(path))
      }
      /** Where something of it is in the clear, everything written out. */
      const shows = async (what: readonly string[]) => {
        await db.execute(sql`checkpoint`)
        const texts = [['tables', await tables()] as const, ['log', Buffer.from(log.join('\n'))] as const]
        return [...texts, ...filesBelow(folders)].flatMap(([place, bytes]) =>
          clearIn(bytes, what).map(word => `${place}: ${word}`),
        )
      }
      const [{ id: reading }] = (await surveyor.ask(`GET /api/years/2018/surveys/${survey.id}/frame`)).body[
        'imports'
      ] as [{ id: string }]
      await survey.post(surveyor, `frame/${reading}/drop`)
      await survey.draw()
      for (let nth = 0; ; nth++) {
        const caller = callers[nth % 2]!
        const { interview } = await next(caller)
        if (interview === undefined) break
        expect(numbers).toContain(interview.dial)
        const answers = { overall: 'satisfied', opinion: OPINION }
        await caller.ask(`PUT /api/interview/${interview.case}`, { body: { answers } })
        await end(caller, interview.case, 'interview', answers)
      }
      await survey.view()
      await survey.act(surveyor, 'close')
      const listed = await survey.get(surveyor, '/call-backs')
      const { callBacks } = listed.body as never as { callBacks: { id: string; dial: string }[] }
      expect(callBacks.every(({ dial }) => numbers.includes(dial))).toBe(true)
      for (const { id } of callBacks) await survey.post(surveyor, `call-backs/${id}`, { result: 'confirmed' })
      await survey.get(surveyor, `/cases?unit=${units[0]!.id}`)
      expect(await shows(words)).toEqual([])
      const before = await backUp('before.gz')
      expect(clearIn(before, words)).toEqual([])
      expect((await survey.post(surveyor, 'separate', { units: [units[0]!.id] })).status).toBe(200)
      expect(await shows([...numbers, NAME])).toEqual([])

      const key = (await keys.read(survey.id, 'numbers'))!
      const { rows } = await db.execute<{ sealed: Buffer }>(
        sql`select sealed_number as sealed from survey_case where sealed_number is not null limit 1`,
      )
      // Backups and logs hold it sealed; whoever kept the key folder could open it.
      const sealed = rows[0]!.sealed
      expect(before.includes(Buffer.from(sealed).toString('hex'))).toBe(true)
      expect(numbers).toContain(openNumber(key, survey.id, sealed).number)
      const holdsKey = () =>
        [...filesBelow(folders)].filter(([, bytes]) => bytes.includes(Buffer.from(key))).length
      expect(holdsKey()).toBe(1)
      Object.assign(office.context, { today: () => '2018-12-31' })
      await eraseDueNumbers(office.context)
      expect(await shows([...numbers, NAME])).toEqual([])
      expect(holdsKey()).toBe(0)
      // A copy of the keys put back afterwards goes, too.
      await keys.make(survey.id, 'numbers')
      await eraseDueNumbers(office.context)
      expect(await keys.list(survey.id)).toEqual([])
      const after = await backUp('after.gz')
      for (const text of [await tables(), Buffer.from(log.join('\n')), before, after])
        for (const form of ['latin1', 'hex', 'base64'] as const)
          expect(text.includes(Buffer.from(key).toString(form), 0, 'latin1')).toBe(false)
      expect(after.includes(Buffer.from(sealed).toString('hex'))).toBe(false)
      const { places } = (await survey.get(committee, '/erasure')).body as never as {
        places: { left: number }[]
      }
      expect(places.map(({ left }) => left)).toEqual([0, 0, 0, 0])
      expect((await office.trail()).filter(({ kind: one }) => one === 'numbersDeleted')).toHaveLength(1)

      // The search itself: a number that was in a table for a moment is found in log and files.
      await database.run(
        `create table slip (t text); insert into slip values ('${numbers[3]}'); drop table slip`,
      )
      expect(await shows(numbers)).not.toEqual([])
      await office.close()
    })
  },
)
