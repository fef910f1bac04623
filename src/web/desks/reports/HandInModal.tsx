import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { handInFields } from '../../../contract/reports/reportsFields.ts'
import type { ReportMeasure } from '../../../domain/campaign/report/measureReport.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { printDay } from '../../kit/printDay.ts'
import type { Report, ReportContent } from './reportTypes.ts'
import { describeRange } from './ShareBar.tsx'

interface Props {
  readonly report: Report
  readonly content: ReportContent
  readonly measure: ReportMeasure
  readonly flush: () => Promise<number | undefined>
  readonly onClose: () => void
}

/** Asks for the declaration of authorship and hands the report in; says beforehand what would be refused. (六（三）) */
export function HandInModal({ report, content, measure, flush, onClose }: Props) {
  const { year, unit, vetters } = report
  const [lost, setLost] = useState(false)
  const act = useAct('POST /api/years/:year/units/:unit/report/hand-in', { done: '述职报告已上报' })
  const outside = measure.shares.filter(({ isInside }) => !isInside)
  const form = useForm(handInFields, {
    keep: `report handIn ${year} ${unit}`,
    hidden: () => (outside.length === 0 ? ['shareReason'] : []),
    acts: [act],
    refusedAt: { reportShareReason: 'shareReason' },
    send: async sent => {
      const revision = await flush()
      setLost(revision === undefined)
      if (revision === undefined) return undefined
      return act.run({ params: { year, unit }, body: { ...sent, revision } })
    },
    after: onClose,
  })
  const over = measure.standing === 'above' && report.waiver === undefined
  return (
    <FormModal
      form={form}
      title="上报述职报告"
      confirm="上报"
      waits={over ? '超过字数上限，删减后才能上报' : form.values.declared ? false : '请先确认由本人撰写'}
      what={
        <>
          <p>
            上报给{vetters.map(({ name }) => name).join('、')}，各自审核把关；审核期间不能改，退回后可以再改。
          </p>
          <ul className="report-checks bare">
            {checksOf({ report, content, measure }).map(({ text, state }) => (
              <li key={text} className={CLASSES[state]}>
                <span aria-hidden>{MARKS[state]}</span> {text}
              </li>
            ))}
          </ul>
          {lost && (
            <p role="alert" className="bad">
              最后写的内容还没有存到服务器，没有上报；请关上这个窗口，看右边的保存情况。
            </p>
          )}
        </>
      }
      onClose={onClose}
    />
  )
}

interface Check {
  readonly text: string
  readonly state: 'right' | 'look' | 'wrong'
}

const MARKS = { right: '✓', look: '！', wrong: '✗' } as const
const CLASSES = { right: 'good', look: undefined, wrong: 'bad' } as const

function checksOf({
  report,
  content,
  measure,
}: Pick<Props, 'report' | 'content' | 'measure'>): readonly Check[] {
  const { terms, due, today, waiver, slides } = report
  const { words, limit, standing, missingAreas, shares } = measure
  const areas = terms.areas.filter(({ id }) => missingAreas.includes(id)).map(({ name }) => name)
  const lacking = content.problems.filter(({ remedy, due: by }) => remedy.trim() === '' || by === undefined)
  return [
    standing === 'above'
      ? {
          text: `${words}字，超过${limit}字的上限${words - limit}字${waiver === undefined ? '' : '，已准许'}`,
          state: waiver === undefined ? 'wrong' : 'look',
        }
      : { text: `${words}字，不超过${limit}字`, state: 'right' },
    ...shares.map((share): Check => ({
      text: `${share.of === 'results' ? '成绩' : '问题和下步打算'}占${share.percent ?? 0}%，规定${describeRange(share)}${share.isInside ? '' : '，请写明理由'}`,
      state: share.isInside ? 'right' : 'look',
    })),
    areas.length === 0
      ? { text: '各项内容都有段落', state: 'right' }
      : { text: `还没有段落的内容：${areas.join('、')}`, state: 'look' },
    content.problems.length === 0
      ? { text: '问题清单是空的', state: 'look' }
      : lacking.length > 0
        ? { text: `问题清单有${lacking.length}项没有措施或时限`, state: 'look' }
        : { text: `问题清单${content.problems.length}项，都有措施和时限`, state: 'right' },
    ...(terms.slides
      ? [
          slides === undefined
            ? { text: '还没有附演示文稿', state: 'look' as const }
            : { text: `演示文稿${slides.pages}页`, state: 'right' as const },
        ]
      : []),
    ...(due !== undefined && today > due
      ? [{ text: `上报期限是${printDay(due)}，今天上报记为迟报`, state: 'look' as const }]
      : []),
  ]
}
