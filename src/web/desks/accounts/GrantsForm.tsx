import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ConflictNotice } from '../../kit/ConflictNotice.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Account } from './accountTypes.ts'
import { describeGrant } from './accountWords.ts'
import { type AskedGrant, GrantsField } from './GrantsField.tsx'

/** Grants and revokes roles. Saves at once and shows the other change if somebody else saved first. */
export function GrantsForm({ account }: { readonly account: Account }) {
  const act = useAct('PUT /api/accounts/:account/grants', { done: '角色已保存' })
  const [grants, setGrants] = useState<readonly AskedGrant[]>()
  const [seen, setSeen] = useState(account.revision)
  const shown = grants ?? account.grants.map(asked)

  async function save(revision: number) {
    const answer = await act.run({ params: { account: account.id }, body: { grants: [...shown], revision } })
    if (answer === undefined) return
    setGrants(undefined)
    setSeen(answer.revision)
  }
  function change(next: readonly AskedGrant[]) {
    if (grants === undefined) setSeen(account.revision)
    setGrants(next)
  }

  return (
    <>
      {act.refused?.code === 'staleRevision' ? (
        <ConflictNotice
          refused={act.refused}
          fields={[
            {
              label: '角色',
              theirs: account.grants.map(describeGrant).join('、') || '无',
              mine: `${shown.length} 项`,
            },
          ]}
          busy={act.busy}
          onTakeTheirs={() => {
            act.forget()
            setGrants(undefined)
          }}
          onSaveMine={() => void save(account.revision)}
        />
      ) : (
        <RefusedNotice error={act.refused} />
      )}
      <GrantsField value={shown} administers={account.administers} onChange={change} />
      {grants !== undefined && (
        <p className="buttons">
          <Button type="primary" loading={act.busy} onClick={() => void save(seen)}>
            保存角色
          </Button>
          <Button
            onClick={() => {
              act.forget()
              setGrants(undefined)
            }}
          >
            取消
          </Button>
        </p>
      )}
    </>
  )
}

function asked({ role, unit }: Account['grants'][number]): AskedGrant {
  return unit === undefined ? { role } : { role, unit }
}
