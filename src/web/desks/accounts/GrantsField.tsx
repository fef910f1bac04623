import { Button } from 'antd'
import { useState } from 'react'
import {
  grantableBy,
  type Role,
  roleNames,
  rolesOfUnits,
  separatedRoles,
} from '../../../contract/access/roles.ts'
import { useSession } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Choice } from '../../kit/Choice.tsx'
import { UnitSelect } from '../../kit/UnitSelect.tsx'

/** A requested grant. */
export interface AskedGrant {
  readonly role: Role
  readonly unit?: string
}

interface Props {
  readonly value: readonly AskedGrant[]
  /** administrators of accounts assign the administrator roles; others assign the remaining roles. */
  readonly administers: boolean
  readonly onChange: (grants: readonly AskedGrant[]) => void
}

/** Edits roles: removes granted ones and adds one more. Only roles that this person may grant can be changed. */
export function GrantsField({ value, administers, onChange }: Props) {
  const { account } = useSession()
  const mine = grantableBy(account.grants.map(grant => grant.role))
  const { data } = useAnswer('GET /api/accounts/units', {})
  const units = data?.units ?? []
  const [role, setRole] = useState<Role>()
  const [unit, setUnit] = useState<string>()
  const offered = mine.filter(each => separatedRoles.includes(each) === administers)
  const wantsUnit = role !== undefined && rolesOfUnits.includes(role)
  const choices = role === 'leadUnit' ? units.filter(each => each.leads) : units

  function add() {
    if (role === undefined || (wantsUnit && unit === undefined)) return
    const grant = wantsUnit ? { role, unit: unit! } : { role }
    if (!value.some(each => each.role === grant.role && each.unit === grant.unit)) onChange([...value, grant])
    setUnit(undefined)
  }

  return (
    <div className="grants-field">
      {value.length === 0 && <p className="accounts-soft soft">还没有角色：登录后只能查看自己的账号。</p>}
      <ul className="grants-list act-list">
        {value.map(grant => (
          <li key={`${grant.role} ${grant.unit ?? ''}`}>
            <span>
              {roleNames[grant.role]}
              {grant.unit !== undefined &&
                `（${units.find(each => each.id === grant.unit)?.name ?? grant.unit}）`}
            </span>
            {mine.includes(grant.role) && (
              <Button size="small" onClick={() => onChange(value.filter(each => each !== grant))}>
                去掉
              </Button>
            )}
          </li>
        ))}
      </ul>
      {offered.length > 0 && (
        <div className="grants-add">
          <Choice
            label="角色"
            none="选择角色"
            value={role ?? ''}
            options={offered.map(each => ({ value: each, text: roleNames[each] }))}
            onChange={text => setRole(text === '' ? undefined : (text as Role))}
          />
          {wantsUnit && (
            <UnitSelect id="grant-unit" label="单位" units={choices} value={unit} onChange={setUnit} />
          )}
          <Button disabled={role === undefined || (wantsUnit && unit === undefined)} onClick={add}>
            添加
          </Button>
        </div>
      )}
    </div>
  )
}
