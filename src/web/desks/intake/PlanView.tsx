import { Alert } from 'antd'
import { FactsPlan } from './FactsPlan.tsx'
import type { ImportChoice, Plan } from './intakeTypes.ts'
import { UnitsPlan } from './UnitsPlan.tsx'

interface Props {
  readonly plan: Plan
  readonly choice: ImportChoice
}

/** Shows the effect of a commit on units, terms, facts and earlier results; blocking problems come first. */
export function PlanView({ plan, choice }: Props) {
  const { blockers, blockersTotal, facts, history, nothingNew } = plan
  return (
    <section aria-labelledby="import-plan">
      <h2 id="import-plan">提交后</h2>
      {blockersTotal > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 12 }}
          title={`有 ${blockersTotal} 处与已有内容冲突，不能提交：请改好文件，或另选怎样导入。`}
          description={
            <ul className="import-blockers">
              {blockers.map(blocker => (
                <li key={blocker} translate="no">
                  {blocker}
                </li>
              ))}
              {blockersTotal > blockers.length && <li>另有 {blockersTotal - blockers.length} 处</li>}
            </ul>
          }
        />
      )}
      {nothingNew && <p>文件里没有新的内容：名册、事实和历年结果都与现有的一致。</p>}
      <UnitsPlan plan={plan} choice={choice} />
      {facts.length > 0 && <FactsPlan facts={facts} replaces={choice.facts === 'replace'} />}
      {history.length > 0 && <p>历年结果：{describeHistory(history)}。</p>}
    </section>
  )
}

function describeHistory(history: Plan['history']): string {
  const anew = history.filter(({ added, changed }) => added + changed > 0)
  const same = history.reduce((sum, year) => sum + year.same, 0)
  const kept = history.reduce((sum, year) => sum + year.kept, 0)
  return [
    ...anew.map(({ cycle, added, changed }) => `${cycle}年度新增 ${added} 条，修改 ${changed} 条`),
    ...(same > 0 ? [`与现有一致 ${same} 条`] : []),
    ...(kept > 0 ? [`与本系统封存的结果不同 ${kept} 条，以封存的为准，不写入`] : []),
  ].join('；')
}
