import type { Consequence, ConsequenceList } from './consequence.ts'

interface Props {
  readonly rules: ConsequenceList['rules']
  readonly rows: readonly Consequence[]
  readonly chosen: string | undefined
  readonly onChoose: (rule: string | undefined) => void
}

/** Counts the consequences by rule: those of this year and those over several years. Choosing one filters the list. */
export function RuleCounts({ rules, rows, chosen, onChoose }: Props) {
  if (rows.length === 0) return null
  const groups = [
    { title: '本年度的', members: rules.filter(rule => !rule.overYears) },
    { title: '跨年度的', members: rules.filter(rule => rule.overYears) },
  ].filter(({ members }) => members.length > 0)
  return (
    <div className="rule-counts">
      {groups.map(({ title, members }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {members.map(({ rule, name, citation, count }) => (
            <button
              key={rule}
              type="button"
              className="rule-count"
              aria-pressed={chosen === rule}
              disabled={count === 0}
              onClick={() => onChoose(chosen === rule ? undefined : rule)}
            >
              <span className="rule-count-name">{name}</span>
              <span className="rule-count-clause">{citation}</span>
              <strong>{count}</strong>
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
