import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { DifferenceView } from './DifferenceView.tsx'
import { ReportText } from './ReportText.tsx'
import type { Report, ReportContent } from './reportTypes.ts'

const KINDS = { draft: '留存的草稿', handedIn: '上报' } as const

/** Lists the kept versions; each can be read, and compared with another. */
export function VersionsPart({ report }: { readonly report: Report }) {
  const { versions } = report
  const [reading, setReading] = useState<number>()
  const [comparing, setComparing] = useState<number>()
  if (versions.length === 0) return null
  return (
    <section aria-label="各稿">
      <h2>各稿</h2>
      <ul className="report-versions bare">
        {versions.map(({ nth, kind, words, at, by }) => (
          <li key={nth}>
            <span>
              第{nth}稿（{KINDS[kind]}，{words}字）
              <small className="soft-line">
                {by}，<ChineseDate of={at} />
              </small>
            </span>
            <span className="buttons">
              <Button size="small" onClick={() => setReading(nth)}>
                查看
              </Button>
              {(versions.length > 1 || report.mayWrite) && (
                <Button size="small" onClick={() => setComparing(nth)}>
                  比较
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Modal
        open={reading !== undefined}
        title={`第${reading ?? ''}稿`}
        footer={null}
        width={860}
        onCancel={() => setReading(undefined)}
        destroyOnHidden
      >
        {reading !== undefined && <OneVersion report={report} nth={reading} />}
      </Modal>
      <Modal
        open={comparing !== undefined}
        title="两稿比较"
        footer={null}
        width={860}
        onCancel={() => setComparing(undefined)}
        destroyOnHidden
      >
        {comparing !== undefined && <Comparison report={report} from={comparing} />}
      </Modal>
    </section>
  )
}

function OneVersion({
  report: { year, unit, terms },
  nth,
}: {
  readonly report: Report
  readonly nth: number
}) {
  const answer = useAnswer('GET /api/years/:year/units/:unit/report/versions/:nth', {
    params: { year, unit, nth },
  })
  return (
    <Answered of={answer}>
      {({ content }) => <ReportText terms={terms} content={content as ReportContent} />}
    </Answered>
  )
}

const NOW = '现在的'

function Comparison({ report, from }: { readonly report: Report; readonly from: number }) {
  const { year, unit, versions, mayWrite } = report
  const others = versions.filter(({ nth }) => nth !== from).map(({ nth }) => String(nth))
  const [to, setTo] = useState(mayWrite ? NOW : (others.find(nth => Number(nth) > from) ?? others[0]!))
  const answer = useAnswer('GET /api/years/:year/units/:unit/report/differences', {
    params: { year, unit },
    query: to === NOW ? { from: String(from) } : { from: String(from), to },
  })
  return (
    <>
      <p className="buttons-level">
        第{from}稿 →
        <Choice
          label="与哪一稿比较"
          value={to}
          options={[
            ...(mayWrite ? [{ value: NOW, text: '现在的草稿' }] : []),
            ...others.map(nth => ({ value: nth, text: `第${nth}稿` })),
          ]}
          onChange={setTo}
        />
        <span className="soft">
          <del>划去的</del>是删掉的，<ins>加底色的</ins>是新写的
        </span>
      </p>
      <Answered of={answer}>
        {({ title, paragraphs }) => (
          <DifferenceView terms={report.terms} title={title} paragraphs={paragraphs} />
        )}
      </Answered>
    </>
  )
}
