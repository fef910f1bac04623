import { Button } from 'antd'
import { useState } from 'react'
import type { Sandbox } from './sandbox.ts'
import type { SandboxProps } from './SandboxProps.ts'
import { AddFinding } from './AddFinding.tsx'
import { PickFacts } from './PickFacts.tsx'

/** Shows the changes to findings: records excluded from the trial and findings added to it. */
export function FactChanges({ year, now, sandbox, onChange }: SandboxProps & { readonly year: number }) {
  const [open, setOpen] = useState<'pick' | 'add'>()
  return (
    <section aria-labelledby="try-facts">
      <h2 id="try-facts">核查情况和决定</h2>
      {sandbox.remove.length + sandbox.add.length > 0 && (
        <ul className="try-list bare-list">
          {sandbox.remove.map(({ fact, told }) => (
            <li key={fact}>
              <span>
                <small className="try-sign">去掉</small>
                <s>{told}</s>
              </span>
              <Button size="small" type="link" onClick={() => onChange(keep(sandbox, fact))}>
                恢复
              </Button>
            </li>
          ))}
          {sandbox.add.map(({ told }, at) => (
            <li key={at}>
              <span>
                <small className="try-sign">增加</small>
                {told}
              </span>
              <Button
                size="small"
                type="link"
                onClick={() => onChange({ ...sandbox, add: sandbox.add.filter((_, other) => other !== at) })}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="try-buttons buttons">
        <Button onClick={() => setOpen('pick')}>去掉已有的…</Button>
        <Button onClick={() => setOpen('add')}>增加一条…</Button>
      </div>
      {open === 'pick' && (
        <PickFacts
          year={year}
          now={now}
          sandbox={sandbox}
          onChange={onChange}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'add' && (
        <AddFinding now={now} sandbox={sandbox} onChange={onChange} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}

function keep(sandbox: Sandbox, fact: string): Sandbox {
  return { ...sandbox, remove: sandbox.remove.filter(one => one.fact !== fact) }
}
