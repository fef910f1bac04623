import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { createKeyStore } from '../../../src/server/platform/keys/keyStore.ts'
import { eraseDueNumbers } from '../../../src/server/rooms/survey/eraseNumbers.ts'
import { describeWays } from '../databases.ts'
import type { Office } from '../office.ts'
import { callAll, commissionOf, openSurveys, peopleOf, surveyOf } from './surveyOffice.ts'

let office: Office | undefined
let folder: string | undefined

afterEach(async () => {
  await office?.close()
  if (folder !== undefined) rmSync(folder, { recursive: true })
  office = folder = undefined
})

describeWays('numbers of a survey', open => {
  test('are in no table, file or log on the day after their deletion, nor in the clear before', async () => {
    const there = await openSurveys(await open(), 2)
    office = there.office
    folder = mkdtempSync(join(tmpdir(), 'keys-'))
    const logged: string[] = []
    const log = (...said: unknown[]) => void logged.push(JSON.stringify(said))
    Object.assign(office.context, { keys: createKeyStore(folder), log: { info: log, warn: log, error: log } })
    const { committee, surveyor, callers, units } = there
    const survey = surveyOf(committee, surveyor)
    await survey.draft(commissionOf([units[0]!.id], 15))
    await survey.entrust()
    const people = peopleOf(units[0]!.id, units[0]!.name, 15)
    await survey.keep(people)
    await survey.draw()
    await callAll(callers, () => ({ overall: 'satisfied', opinion: '-' }))
    const { db } = office.context
    const everything = async () => {
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
      return [...texts, ...logged].join('\n')
    }
    const shows = async () => {
      const text = await everything()
      return people.filter(
        ([number]) => text.includes(number!) || text.includes(Buffer.from(number!).toString('hex')),
      ).length
    }
    expect(await shows()).toBe(0)
    const keysOf = () => readdirSync(join(folder!, 'keys', survey.id))
    expect(keysOf()).toContain('numbers.key')
    const before = readFileSync(join(folder, 'keys', survey.id, 'numbers.key'))
    Object.assign(office.context, { today: () => '2018-12-31' })
    await eraseDueNumbers(office.context)
    expect(keysOf()).toEqual([])
    expect((await everything()).includes(before.toString('hex'))).toBe(false)
    const { places } = (await survey.get(committee, '/erasure')).body as never as {
      places: { left: number }[]
    }
    expect(places.map(({ left }) => left)).toEqual([0, 0, 0, 0])
    expect(
      (await office.trail()).map(({ kind }) => kind).filter(kind => kind === 'numbersDeleted'),
    ).toHaveLength(1)
  })
})
