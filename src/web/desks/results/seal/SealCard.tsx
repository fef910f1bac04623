import { Button } from 'antd'
import { useState } from 'react'
import { printDay } from '../../../kit/printDay.ts'
import { ExportResults } from '../ExportResults.tsx'
import type { Seal } from './sealTypes.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { Fact } from '../../../kit/Fact.tsx'
import { ComparisonView } from '../comparison/ComparisonView.tsx'

interface Props {
  readonly year: number
  readonly seal: Seal
  /** the preceding seal, if any. */
  readonly previous: number | undefined
}

const STATES: { readonly [S in Seal['state']]: string } = {
  sealed: '待审定',
  returned: '已退回',
  approved: '已审定',
  superseded: '已被后来的封存代替',
}

/** Shows one seal (封存): who, when, comments, hashes, files, and the differences from the preceding seal. */
export function SealCard({ year, seal, previous }: Props) {
  const [showHashes, setShowHashes] = useState(false)
  const [showDifferences, setShowDifferences] = useState(false)
  const { number, state, at, by, scheme, units, note, correction, judgedAt, judgedBy, returned } = seal
  return (
    <li className="seal-card">
      <h3>
        第{number}次封存<span className={`seal-state seal-state-${state}`}>{STATES[state]}</span>
      </h3>
      <dl>
        <Fact name="封存">
          {by}，{printDay(at)}
        </Fact>
        <Fact name="内容">
          {units}个考核对象，方案“{scheme.title}”第{scheme.number}版
        </Fact>
        {correction !== undefined && <Fact name="更正的理由">{correction}</Fact>}
        {note !== undefined && <Fact name="说明">{note}</Fact>}
        {judgedAt !== undefined && (
          <Fact name={returned === undefined ? '审定' : '退回'}>
            {judgedBy}，{printDay(judgedAt)}
            {returned !== undefined && `，理由：${returned}`}
          </Fact>
        )}
        <Fact name="结果校验值">
          <code translate="no">{seal.hashes.results}</code>
        </Fact>
        {showHashes && <Hashes seal={seal} />}
      </dl>
      <div className="buttons">
        <ExportResults year={year} seal={number} />
        {previous !== undefined && (
          <Button aria-expanded={showDifferences} onClick={() => setShowDifferences(!showDifferences)}>
            {showDifferences ? '收起差别' : `与第${previous}次的差别`}
          </Button>
        )}
        <Button type="link" aria-expanded={showHashes} onClick={() => setShowHashes(!showHashes)}>
          {showHashes ? '收起校验值' : '全部校验值'}
        </Button>
      </div>
      {showDifferences && <SealDifferences year={year} number={number} />}
    </li>
  )
}

function Hashes({ seal: { hashes, root, engine } }: { readonly seal: Seal }) {
  return (
    <>
      <Fact name="方案">
        <code translate="no">{hashes.scheme}</code>
      </Fact>
      <Fact name="事实">
        <code translate="no">{hashes.facts}</code>
      </Fact>
      <Fact name="历年结果">
        <code translate="no">{hashes.history}</code>
      </Fact>
      <Fact name="留痕根">
        <code translate="no">{root}</code>
      </Fact>
      <Fact name="计算程序">
        <span translate="no">{engine}</span>
      </Fact>
    </>
  )
}

/** Shows the differences between a seal and the preceding one. */
function SealDifferences({ year, number }: { readonly year: number; readonly number: number }) {
  const answer = useAnswer('GET /api/years/:year/seals/:number/differences', {
    params: { year, number },
    query: {},
  })
  return (
    <Answered of={answer}>
      {({ comparison, from, to, reason }) => (
        <section aria-label={`第${to}次与第${from}次封存的差别`}>
          {reason !== undefined && <p>更正的理由：{reason}</p>}
          <ComparisonView id="differences" year={year} comparison={comparison} />
        </section>
      )}
    </Answered>
  )
}
