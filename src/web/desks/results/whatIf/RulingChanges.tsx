import { Button } from 'antd'
import { useState } from 'react'
import { withRuling } from './sandbox.ts'
import type { SandboxProps } from './SandboxProps.ts'
import { TryRuling } from './TryRuling.tsx'

/** Shows the rulings (口径) with another answer on trial. */
export function RulingChanges({ now, sandbox, onChange }: SandboxProps) {
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="try-rulings">
      <h2 id="try-rulings">口径</h2>
      {sandbox.rulings.length > 0 && (
        <ul className="try-list bare-list">
          {sandbox.rulings.map(({ ruling, told }) => (
            <li key={ruling}>
              <span>
                <small className="try-sign">口径{ruling}</small>
                {told}
              </span>
              <Button size="small" type="link" onClick={() => onChange(withRuling(sandbox, ruling))}>
                恢复
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="try-buttons buttons">
        <Button onClick={() => setOpen(true)}>换一条口径的答案…</Button>
      </div>
      {open && <TryRuling now={now} sandbox={sandbox} onChange={onChange} onClose={() => setOpen(false)} />}
    </section>
  )
}
