import { printDayAt } from '../../../../domain/kernel/calendar.ts'
import { printPoints } from '../../../../domain/kernel/points.ts'
import { isRefusal, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { WordBlock } from '../../../../contract/documents/wordBlocks.ts'
import { writeWord } from '../../../../files/word/writeWord.ts'
import type { FileAnswer } from '../../../platform/http/fileAnswer.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { formatInstant } from '../../../platform/formatInstant.ts'
import { type MinutesPart, viewMinutes } from './loadMinutes.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Writes the minutes of a meeting as an official Word document, to be signed by convenor, teller and scrutineer. */
export async function writeMinutes(
  request: Served<'GET /api/years/:year/meetings/:meeting/minutes.docx'>,
): Promise<FileAnswer | Refusal> {
  const minutes = await viewMinutes(request as never)
  if (isRefusal(minutes)) return minutes
  const { name } = minutes.meeting
  const content = await writeWord({ title: [name, '会议纪要'], blocks: layMinutes(minutes) })
  return { name: `${name}会议纪要.docx`, type: WORD, content }
}

type Decision = MinutesPart['decisions'][number]

/** What others decided about the result after the meeting. */
const VERDICTS: ReadonlySet<Decision['kind']> = new Set(['returned', 'accepted', 'takenBack'])

/** Lays out the minutes: who and when, the agenda with the length of each speech, decisions, the scores, what became of them, signatures. */
export function layMinutes(minutes: MinutesPart): readonly WordBlock[] {
  const { meeting, elsewhere, agenda, classes, decisions, notes, results, share } = minutes
  const held = `${printDayAt(meeting.heldOn, meeting.startsAt)}，在${meeting.place}召开。主持${meeting.convenor}，计票${meeting.teller}，监票${meeting.scrutineer}${meeting.supervisors.length > 0 ? `，监督指导${meeting.supervisors.join('、')}` : ''}。`
  const voters = classes.map(
    one => `${one.name}应到${one.expected}人${one.present === undefined ? '' : `、实到${one.present}人`}`,
  )
  const decisionsOf = (of: (one: Decision) => boolean) =>
    decisions.filter(of).map(one => paragraph(describeDecision(one)))
  const parts: readonly (readonly [string, readonly WordBlock[]])[] = [
    ['述职', [layAgenda(agenda)]],
    ['会议作出的决定', decisionsOf(one => !VERDICTS.has(one.kind))],
    ['监督指导记录', notes.map(note => paragraph(`${note.by}：${note.body}`))],
    ['测评结果', [results.length === 0 ? paragraph('还没有计票。') : layResults(results, share)]],
    ['结果的认定', decisionsOf(one => VERDICTS.has(one.kind))],
  ]
  return [
    paragraph(held),
    ...(elsewhere ? [paragraph('会议没有用本系统召开，结果按所附计票表录入。')] : []),
    ...(voters.length > 0 ? [paragraph(`${voters.join('；')}。`)] : []),
    ...parts
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([heading, blocks], at): readonly WordBlock[] => [
        { kind: 'heading', level: 1, text: `${'一二三四五'[at]}、${heading}` },
        ...blocks,
      ]),
    { kind: 'signatures', labels: ['主持人', '计票人', '监票人', '监督指导人员'] },
  ]
}

function layAgenda(agenda: MinutesPart['agenda']): WordBlock {
  return {
    kind: 'table',
    columns: [
      { title: '次序', width: 1, align: 'center' },
      { title: '单位', width: 5 },
      { title: '书记', width: 2 },
      { title: '情况', width: 4 },
    ],
    rows: agenda.map(line => [String(line.place), line.unitName, line.secretary, describeLine(line)]),
  }
}

function layResults(results: MinutesPart['results'], share: MinutesPart['share']): WordBlock {
  const sumOf = (
    { classes }: MinutesPart['results'][number],
    count: 'valid' | 'voided' | 'abstained',
  ): string => String(classes.reduce((sum, each) => sum + each[count], 0))
  return {
    kind: 'table',
    columns: [
      { title: '单位', width: 5 },
      { title: '书记', width: 2 },
      { title: '有效票', width: 2, align: 'center' },
      { title: '废票', width: 1.4, align: 'center' },
      { title: '弃权', width: 1.4, align: 'center' },
      { title: '百分制得分', width: 2, align: 'right' },
      { title: `折算（${printPoints(share)}分）`, width: 2, align: 'right' },
    ],
    rows: results.map(one => [
      one.unitName,
      one.secretary,
      sumOf(one, 'valid'),
      sumOf(one, 'voided'),
      sumOf(one, 'abstained'),
      one.ofHundred === undefined ? '没有有效票' : printPoints(one.ofHundred),
      one.converted === undefined ? '' : printPoints(one.converted),
    ]),
  }
}

function paragraph(text: string): WordBlock {
  return { kind: 'paragraph', text }
}

function describeLine({ removedWhy, speaks, seconds }: MinutesPart['agenda'][number]): string {
  if (removedWhy !== undefined) return `移出议程：${removedWhy}`
  if (!speaks) return '书面述职'
  return seconds === undefined ? '' : `口头述职${Math.floor(seconds / 60)}分${seconds % 60}秒`
}

function describeDecision({ kind, unitName, until, reason, by, at }: Decision): string {
  const what = {
    removed: `将${unitName ?? ''}书记移出议程`,
    closeMoved: `投票截止时间改为${until === undefined ? '' : formatInstant(until)}`,
    brokenOff: '中止会议',
    returned: '退回结果',
    accepted: '认定结果',
    takenBack: '收回认定',
  }[kind]
  return `${formatInstant(at)}，${by}决定${what}，理由：${reason}。`
}
