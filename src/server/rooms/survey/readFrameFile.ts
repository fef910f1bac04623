import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import { maskNumber, readPhoneNumber } from '../../../domain/campaign/survey/phoneNumber.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { defineList } from '../../../files/lists/defineList.ts'
import { plainText } from '../../../files/lists/plainText.ts'
import { readList } from '../../../files/lists/readList.ts'
import { choosingHeadings } from '../../../files/lists/readTable.ts'
import { keyedHasher, sealValue } from '../../platform/keys/sealing.ts'
import type { FrameRow } from './frame.store.ts'
import type { FrameStratum } from './survey.tables.ts'

/** What a frame is read against; plain data, since it goes to a thread. */
export interface FrameSpec {
  readonly survey: string
  /** The headings that somebody chose for the columns. */
  readonly as: string | undefined
  readonly key: Uint8Array
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** `unit⇥group` of those who are asked. */
  readonly asked: readonly string[]
}

interface FrameContext {
  readonly units: ReadonlyMap<string, { readonly id: string; readonly name: string }>
  readonly groups: ReadonlyMap<string, { readonly id: string; readonly name: string }>
  readonly asked: ReadonlySet<string>
}

/** A person of the frame. */
interface FramePerson {
  readonly number: string
  readonly person: string
  readonly unit: string
  readonly group: string
  readonly stratum: string
}

/** The most rows of one file of a frame: a million took eight minutes to read and five to keep, and held up everybody; a larger frame comes in several files. */
const MOST_ROWS = 200_000

/** The list of a frame (样本框): one person a row. */
export const frameList = defineList({
  name: '样本框',
  most: MOST_ROWS,
  columns: [
    {
      name: '电话号码',
      also: ['手机', '手机号', '手机号码', '联系电话', '电话'],
      wanted: true,
      most: 40,
      width: 18,
      example: '13800000000',
    },
    {
      name: '单位',
      also: ['单位名称', '所属单位'],
      wanted: true,
      most: 100,
      width: 30,
      options: ({ units }: FrameContext) => [...new Set([...units.values()].map(unit => unit.name))],
    },
    {
      name: '对象',
      also: ['类别', '人群', '调查对象'],
      wanted: true,
      most: 40,
      options: ({ groups }: FrameContext) => [...new Set([...groups.values()].map(group => group.name))],
    },
    { name: '层', also: ['分层'], most: 40 },
    { name: '姓名', most: 40 },
  ],
  guide: () => [
    '一行一人，一个文件最多20万行，更多的分成几个文件先后导入。电话号码填11位手机号，或带区号的固定电话；同一号码只能出现一次。',
    '“层”和“姓名”可以不填。号码和姓名加密保存，到删除日期彻底删除。',
  ],
  read(line, { units, groups, asked }: FrameContext): FramePerson | undefined {
    const number = readPhoneNumber(line.text('电话号码'))
    if (line.refused === undefined && isRefusal(number)) line.refuse(number, '电话号码')
    const unit = line.unit('单位', text => units.get(comparable(text))?.id)
    const named = line.text('对象')
    const group = groups.get(comparable(named))
    if (named !== '' && group === undefined)
      line.wrong('对象', [...new Set([...groups.values()].map(one => one.name))].join('、'))
    if (unit !== undefined && group !== undefined && !asked.has(`${unit}\t${group.id}`))
      line.refuse(refuse('frameUnitUnasked', { unit: line.text('单位'), group: group.name }), '对象')
    const [stratum, person] = [plainText(line.text('层')), line.text('姓名')]
    if (isRefusal(number) || unit === undefined || group === undefined) return undefined
    return { number, person, unit, group: group.id, stratum }
  },
  once: {
    key: one => one.number,
    twin: first => refuse('phoneNumberTwice', { place: `第${first}行` }),
    column: '电话号码',
  },
})

/** Makes the context that a frame is read against. */
export function frameContext({
  units,
  groups,
  asked,
}: Pick<FrameSpec, 'units' | 'groups' | 'asked'>): FrameContext {
  const byWord = (named: FrameSpec['units']) =>
    new Map(named.flatMap(one => [[comparable(one.name), one] as const, [comparable(one.id), one] as const]))
  return { units: byWord(units), groups: byWord(groups), asked: new Set(asked) }
}

/** A frame as read: numbers are sealed, refused rows say the number masked and no name. */
interface FrameReading {
  /** JSON of its rows, `FRAME_PIECE` in each but the last. */
  readonly pieces: readonly Uint8Array[]
  readonly accepted: number
  readonly strata: readonly FrameStratum[]
  readonly refused: readonly RefusedRow[]
  readonly refusedCount: number
  readonly notices: readonly ImportNotice[]
}

/** Rows of a piece: those that are stored with one statement, so that others are answered in between. */
export const FRAME_PIECE = 150

/** Refused rows that are kept; all are counted. */
const SHOWN = 1000

/** Reads a frame and seals its numbers. Called in a thread, so that a million rows hold up nobody. */
export function readFrameFile(spec: FrameSpec, bytes: Uint8Array): FrameReading | Refusal {
  const reading = readList(choosingHeadings(frameList, spec.as), bytes, frameContext(spec))
  if (isRefusal(reading)) return withoutPeople(reading)
  const hash = keyedHasher(spec.key, 'numbers')
  const rows = reading.accepted.map(({ row, value: { number, person, unit, group, stratum } }) => ({
    nth: row,
    unit,
    group,
    stratum,
    number: base64(sealNumber(spec.key, spec.survey, { number, person })),
    hash: base64(hash(number)),
  }))
  const nameOf = (row: FrameRow) => JSON.stringify([row.unit, row.group, row.stratum])
  return {
    pieces: Array.from({ length: Math.ceil(rows.length / FRAME_PIECE) }, (_, at) =>
      new TextEncoder().encode(JSON.stringify(rows.slice(at * FRAME_PIECE, (at + 1) * FRAME_PIECE))),
    ),
    accepted: rows.length,
    strata: [...Map.groupBy(rows, nameOf).values()].map(own => {
      const { unit, group, stratum } = own[0]!
      return { unit, group, stratum, frame: own.length }
    }),
    refused: reading.refused.slice(0, SHOWN).map(withoutPerson),
    refusedCount: reading.refused.length,
    notices: reading.notices,
  }
}

/** A row in the place of the headings that holds a number is a person: nothing of it is kept to be matched. */
function withoutPeople(refusal: Refusal): Refusal {
  const {
    columns: _,
    found,
    likely: __,
    ...values
  } = refusal.values as { readonly columns?: string; readonly found?: string; readonly likely?: string }
  const isPerson = found
    ?.split('\t')
    .some(cell => /\d{7}/.test(cell.normalize('NFKC').replaceAll(/[\s-]/g, '')))
  return isPerson ? ({ code: refusal.code, values } as Refusal) : refusal
}

/** What a refused row says, which is kept as it is: names are left out, and numbers masked in whatever column they stand. */
function withoutPerson(row: RefusedRow): RefusedRow {
  if (row.column === '姓名') return { ...row, reason: '“姓名”超过40字；请改短' }
  const reason = row.reason.normalize('NFKC').replaceAll(/\d[\d\s-]{5,}\d/g, maskNumber)
  return reason === row.reason.normalize('NFKC') ? row : { ...row, reason }
}

/** A number with the name of its person, as sealed. */
export interface SealedNumber {
  readonly number: string
  readonly person: string
}

/** Bytes of every sealed number: the longest name and number, written with escapes. */
const SIZE = 320

/** Seals a number with the name of its person. */
export function sealNumber(key: Uint8Array, survey: string, { number, person }: SealedNumber): Uint8Array {
  return sealValue(key, { number, person }, `number:${survey}`, SIZE)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
