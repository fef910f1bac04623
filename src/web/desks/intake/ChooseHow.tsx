import { Checkbox, Radio } from 'antd'
import type { ReactNode } from 'react'
import type { ImportChoice, ImportDetail } from './intakeTypes.ts'

interface Props {
  readonly choice: ImportChoice
  readonly contains: NonNullable<ImportDetail['contains']>
  readonly busy: boolean
  readonly onChoose: (choice: ImportChoice) => void
}

/** Chooses how to import: which parts of the file, and whether to add to or replace existing data. Each change refreshes the preview. */
export function ChooseHow({ choice, contains, busy, onChoose }: Props) {
  const { units, holders, history, kinds } = contains
  return (
    <fieldset className="import-choice" disabled={busy}>
      <legend>怎样导入</legend>
      {units > 0 && (
        <Line label={`名册（单位 ${units} 个，任职 ${holders} 条）`}>
          <Radio.Group
            aria-label="名册"
            value={choice.roster}
            disabled={busy}
            onChange={event => onChoose({ ...choice, roster: event.target.value })}
            options={[
              { value: 'add', label: '补充和修改' },
              { value: 'replace', label: '整体替换' },
              { value: 'skip', label: '不导入' },
            ]}
          />
        </Line>
      )}
      {kinds.length > 0 && (
        <Line label="事实">
          <Radio.Group
            aria-label="事实"
            value={choice.facts}
            disabled={busy}
            onChange={event => onChoose({ ...choice, facts: event.target.value })}
            options={[
              { value: 'add', label: '补充' },
              { value: 'replace', label: '替换同类事实' },
              { value: 'skip', label: '不导入' },
            ]}
          />
          {choice.facts !== 'skip' && (
            <Checkbox.Group
              value={choice.kinds}
              disabled={busy}
              onChange={chosen => onChoose({ ...choice, kinds: chosen })}
              options={kinds.map(({ kind, name, count }) => ({ value: kind, label: `${name} ${count} 条` }))}
            />
          )}
        </Line>
      )}
      {history > 0 && (
        <Line label={`历年结果（${history} 条）`}>
          <Radio.Group
            aria-label="历年结果"
            value={choice.history}
            disabled={busy}
            onChange={event => onChoose({ ...choice, history: event.target.value })}
            options={[
              { value: 'put', label: '写入，同年同单位的以文件为准' },
              { value: 'skip', label: '不导入' },
            ]}
          />
        </Line>
      )}
    </fieldset>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="import-choice-line">
      <span>{label}</span>
      <div>{children}</div>
    </div>
  )
}
