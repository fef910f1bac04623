import { countFileSchema, publishedFileSchema } from '../../contract/meetings/ballotParts.ts'
import type { CountFile, PublishedFile, WrittenForm } from '../../domain/campaign/ballot/ballotFiles.ts'
import type { BallotForm, CastSheet } from '../../domain/campaign/ballot/ballotForm.ts'
import { countSheets } from '../../domain/campaign/ballot/countSheets.ts'
import { readMark, sheetText, type WrittenMark } from '../../domain/campaign/ballot/sheetText.ts'
import { canonicalText, compareIds } from '../../domain/kernel/ids.ts'
import { points } from '../../domain/kernel/points.ts'
import { sha256 } from '../sha256.ts'
import { hash } from 'node:crypto'

/** What a recount finds: what does not agree, and what it could not check. */
interface Recounted {
  readonly faults: readonly string[]
  readonly notes: readonly string[]
  readonly sheets: number
  readonly units: number
}

/** Files beside the one to recount: the published file, and the fingerprint that the minutes or the trail carry. */
interface RecountBeside {
  readonly published?: string
  readonly fingerprint?: string
}

/** Recounts a sealed count file in full, or a published file as far as it reaches; undefined if it is neither. */
export function recountFile(text: string, beside: RecountBeside = {}): Recounted | undefined {
  const read = parse(text)
  const whole = countFileSchema.safeParse(read)
  if (whole.success) return recountWhole(text, read as CountFile, beside)
  const published = publishedFileSchema.safeParse(read)
  return published.success ? recountPublished(text, read as PublishedFile, beside) : undefined
}

function recountWhole(text: string, file: CountFile, { published, fingerprint }: RecountBeside): Recounted {
  const faults: string[] = []
  const notes: string[] = []
  const expect = (holds: boolean, sentence: string) => void (holds || faults.push(sentence))
  const { hash: own, ...content } = file
  expect(canonicalText(file) === text, '文件的写法被改动过')
  expect(sha256(canonicalText(content)) === own, '文件自带的指纹与内容不符')
  if (fingerprint === undefined) notes.push('没有给出会议纪要上的指纹，不能断定文件是否整个换过')
  else expect(sha256(text) === fingerprint, '文件的指纹与会议纪要上的不符')
  const { form } = file
  const lines = form.lines.length
  expect(form.meeting === file.meeting.id, '票样不是这次会议的')
  expect(new Set(form.lines.map(({ unit }) => unit)).size === lines, '票样上有重复的单位')
  const known = new Set(form.classes.map(({ id }) => id))
  const sheets = [...file.phone, ...file.paper]
  expect(
    sheets.every(({ voterClass }) => known.has(voterClass)),
    '有票不属于任何票种',
  )
  expect(
    sheets.every(
      sheet => !('marks' in sheet) || sheet.marks.length === lines || ('faulty' in sheet && sheet.faulty),
    ),
    '有票的行数与票样不符',
  )
  const nonces = file.phone.flatMap(sheet => ('nonce' in sheet ? [sheet.nonce] : []))
  expect(new Set(nonces).size === nonces.length, '有手机票重复')
  const plain = readForm(form)
  const phone = file.phone.map(sheet => readSheet(plain, sheet))
  const count = countSheets(
    plain,
    phone,
    file.paper.map(sheet => readSheet(plain, sheet)),
  )
  expect(canonicalText(count) === canonicalText(file.count), '重新计票的结果与文件所载不符')
  const receipts = file.phone
    .map(sheet => ('nonce' in sheet ? receiptOf(plain, sheet.nonce, readSheet(plain, sheet)) : sheet.receipt))
    .toSorted(compareIds)
  const made = canonicalText({ format: 'hengping-published-1', meeting: file.meeting, receipts, count })
  expect(sha256(made) === file.published, '由票算出的公布内容与文件所载的指纹不符')
  if (published === undefined) notes.push('没有给出公布文件，不能核对公布的回执')
  else expect(published === made, '公布文件与计票文件不符')
  return { faults, notes, sheets: sheets.length, units: lines }
}

function recountPublished(text: string, file: PublishedFile, { fingerprint }: RecountBeside): Recounted {
  const faults: string[] = []
  const expect = (holds: boolean, sentence: string) => void (holds || faults.push(sentence))
  const { receipts, count } = file
  expect(canonicalText(file) === text, '文件的写法被改动过')
  if (fingerprint !== undefined) expect(sha256(text) === fingerprint, '文件的指纹与公布的不符')
  expect(new Set(receipts).size === receipts.length, '有回执重复')
  expect(canonicalText(receipts.toSorted(compareIds)) === canonicalText(receipts), '回执没有按次序排列')
  const phones = count.classes.reduce((sum, one) => sum + one.phone, 0)
  expect(
    count.withheld.length > 0 ? phones <= receipts.length : phones === receipts.length,
    '回执的个数与手机票数不符',
  )
  for (const { unit, classes } of count.units)
    for (const [at, one] of classes.entries()) {
      const of = count.classes[at]
      const voided = of?.voided.reduce((sum, { sheets }) => sum + sheets, 0)
      const sheets = of && of.phone + of.paper
      expect(
        of !== undefined &&
          canonicalText(of.voterClasses) === canonicalText(one.voterClasses) &&
          one.voided === voided &&
          one.marks.length + one.voided + one.abstained === sheets,
        `${unit}的评价、废票、弃权之和与票数不符`,
      )
    }
  const notes = ['公布文件没有整张的票：废票规则、各人的票是否计入，要凭封存的计票文件核对']
  if (fingerprint === undefined) notes.push('没有给出公布文件的指纹，不能断定文件是否整个换过')
  return { faults, notes, sheets: phones, units: count.units.length }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readForm({ full, voids, gradePoints, ...form }: WrittenForm): BallotForm {
  return {
    ...form,
    full: points(full),
    voids: voids.map(rule => (rule.kind === 'allEqual' ? rule : { ...rule, atLeast: points(rule.atLeast) })),
    gradePoints:
      gradePoints &&
      Object.fromEntries(
        Object.entries(gradePoints).map(([id, worth]) => [id, worth === null ? null : points(worth)]),
      ),
  }
}

function readSheet(
  { lines }: BallotForm,
  sheet: { readonly voterClass: string; readonly marks?: readonly WrittenMark[]; readonly faulty?: true },
): CastSheet {
  const { voterClass, marks = [], faulty } = sheet
  if (faulty || marks.length !== lines.length) return { voterClass, marks: [], faulty: true }
  try {
    return { voterClass, marks: lines.map(({ unit }, at) => readMark(unit, marks[at]!)) }
  } catch {
    return { voterClass, marks: [], faulty: true }
  }
}

function receiptOf(form: BallotForm, nonce: string, sheet: CastSheet): string {
  return hash('sha256', Buffer.concat([Buffer.from(nonce, 'hex'), Buffer.from(sheetText(form, sheet))]))
}
