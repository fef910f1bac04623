import type { WorkRow, WorkRule } from '../keep/phoneDatabase.ts'
import { FindingPart } from './FindingPart.tsx'
import { firstFinding, isCounted } from './firstFinding.ts'
import { Stepper } from './Stepper.tsx'
import type { Sheet } from './useSheet.ts'

interface Props {
  readonly row: WorkRow
  readonly rule: WorkRule
  readonly sheet: Sheet
}

/** Shows one rule: found or not, how many, or one entry for each finding. */
export function RuleControl({ row, rule, sheet: { draft, edit } }: Props) {
  const found = draft.findings.filter(one => one.row === row.id && one.rule === rule.id)
  const excluded = row.rules.filter(
    other =>
      rule.exclusiveWith.includes(other.id) &&
      draft.findings.some(one => one.row === row.id && one.rule === other.id),
  )
  return (
    <div
      className={['rule', found.length > 0 && 'rule-found', isCounted(rule) && rule.once && 'rule-once']
        .filter(Boolean)
        .join(' ')}
    >
      <p>
        {rule.text}
        {rule.form === 'perShortfall' && (
          <small>缺次由台账自动计扣；核查发现的缺次更多时在这里记总数。</small>
        )}
        {excluded.length > 0 && found.length > 0 && (
          <small>与“{excluded.map(other => other.text).join('、')}”不能是同一次。</small>
        )}
      </p>
      {!isCounted(rule) ? (
        <>
          {found.map(finding => (
            <FindingPart key={finding.id} rule={rule} finding={finding} edit={edit} />
          ))}
          <button
            type="button"
            className="key quiet"
            onClick={() => void edit({ do: 'add', finding: firstFinding(row, rule) })}
          >
            {found.length === 0 ? '记一笔' : '再记一笔'}
          </button>
        </>
      ) : rule.once ? (
        <button
          type="button"
          className="key quiet once"
          aria-pressed={found.length > 0}
          aria-label={`${rule.text}：${found.length > 0 ? '已记，取消' : '记下'}`}
          onClick={() =>
            void edit({ do: 'count', row: row.id, rule: rule.id, by: found.length > 0 ? -1 : 1, most: 1 })
          }
        >
          {found.length > 0 ? '已记' : '记下'}
        </button>
      ) : (
        countersOf(rule).map(({ counter, label }) => {
          const own = found.find(one => one.counter === counter)
          return (
            <div key={label} className="counted">
              {counter !== undefined && <span>{label}</span>}
              <Stepper
                label={counter === undefined ? rule.text : label}
                value={own?.count ?? 0}
                unit={rule.unitWord}
                most={rule.most}
                onStep={by =>
                  void edit({
                    do: 'count',
                    row: row.id,
                    rule: rule.id,
                    by,
                    ...(counter && { counter }),
                    ...(rule.most && { most: rule.most }),
                  })
                }
              />
            </div>
          )
        })
      )}
    </div>
  )
}

/** Returns the counters of a rule. Each is counted separately, so that it is clear which one was short. */
function countersOf(rule: WorkRule): readonly { readonly counter?: string; readonly label: string }[] {
  if (rule.counters.length < 2) return [{ label: rule.text }]
  return rule.counters.map(({ id, name }) => ({ counter: id, label: `缺${name}` }))
}
