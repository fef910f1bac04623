import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, type CallAnswer, newKey } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import type { AskedGrant } from './GrantsField.tsx'

/** An account to create. */
export interface AskedAccount {
  readonly username: string
  readonly name: string
  readonly grants: readonly AskedGrant[]
}

type Answer = CallAnswer<'POST /api/accounts/bulk'>

interface Lot {
  readonly key: string
  readonly accounts: readonly AskedAccount[]
}

/** Accounts per request. Password hashing is slow; small lots let progress be shown. */
const LOT = 20

/** Creates accounts in bulk, one lot at a time. A lot whose answer was lost is requested again under the same key and returns the same passwords. */
export function useBulk() {
  const queries = useQueryClient()
  const waiting = useRef<Lot[]>([])
  const [done, setDone] = useState<number>()
  const [total, setTotal] = useState(0)
  const [made, setMade] = useState<Answer['made']>([])
  const [refused, setRefused] = useState<readonly { readonly reason: string }[]>([])
  const [error, setError] = useState<Refused>()

  async function goOn() {
    setError(undefined)
    for (let lot = waiting.current[0]; lot !== undefined; lot = waiting.current[0]) {
      try {
        const { key, accounts } = lot
        const body = { accounts: accounts.map(each => ({ ...each, grants: [...each.grants] })) }
        const answer = await call('POST /api/accounts/bulk', { body }, { key })
        setMade(before => [...before, ...answer.made])
        setRefused(before => [
          ...before,
          ...answer.refused.map(({ row, reason }) => refusedAs(accounts[row - 1]!, reason)),
        ])
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        if (fault.isUncertain) return setError(fault)
        const rows = lot.accounts.map(each => refusedAs(each, fault.message))
        setRefused(before => [...before, ...rows])
      }
      waiting.current.shift()
      setDone(before => (before ?? 0) + lot.accounts.length)
    }
    await queries.invalidateQueries()
  }

  function start(accounts: readonly AskedAccount[]) {
    const lots = Array.from({ length: Math.ceil(accounts.length / LOT) }, (_, at) =>
      accounts.slice(at * LOT, (at + 1) * LOT),
    )
    waiting.current = lots.map(lot => ({ key: newKey(), accounts: lot }))
    setTotal(accounts.length)
    setDone(0)
    void goOn()
  }

  function forget() {
    setDone(undefined)
    setMade([])
    setRefused([])
  }

  return { start, goOn: () => void goOn(), forget, made, refused, done, total, error }
}

/** Labels a refused account. An account made from the roster has no row number; its user name identifies it. */
function refusedAs({ username }: AskedAccount, reason: string): { readonly reason: string } {
  return { reason: `${username}：${reason}` }
}
