import { grantableBy } from '../../../contract/access/roles.ts'
import { useSession } from '../../client/SessionContext.ts'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { accountColumns } from './accountColumns.tsx'
import type { Account } from './accountTypes.ts'
import { SetUpStaff } from './SetUpStaff.tsx'
import './accounts.css'

/** Lists the accounts: who may sign in, with which roles. What is missing comes first. */
export function AccountsPage() {
  const may = useMay()
  const answer = useAnswer('GET /api/accounts', {})
  return (
    <>
      <PageHead
        title="账号"
        state={answer.data && standing(answer.data.accounts)}
        // An empty list has them as its next step.
        actions={answer.data?.accounts.length !== 0 && <Actions />}
      />
      <Answered of={answer}>
        {({ accounts, staffing }) => (
          <>
            <SetUpStaff staffing={staffing} maySetUp={may('setUpAdministration')} />
            <DataTable
              id="accounts"
              label="账号列表"
              rows={accounts}
              columns={accountColumns}
              rowKey={row => row.id}
              rowLink={row => `/accounts/${row.id}`}
              search="名称、用户名、单位或拼音首字母"
              unit="个账号"
              empty={
                <EmptyState
                  title="还没有账号"
                  what="一人一个账号；人多的，用清单成批开设。"
                  next={<Actions />}
                />
              }
            />
          </>
        )}
      </Answered>
    </>
  )
}

function Actions() {
  const may = useMay()
  const { account } = useSession()
  const grants = grantableBy(account.grants.map(grant => grant.role)).length > 0
  return (
    <>
      {may('readAccounts') && <LinkButton to="/accounts/rules">登录规则</LinkButton>}
      {may('manageAccounts') && grants && <LinkButton to="/accounts/bulk">成批开设</LinkButton>}
      {may('manageAccounts') && (
        <LinkButton to="/accounts/new" type="primary">
          开设账号
        </LinkButton>
      )}
    </>
  )
}

function standing(accounts: readonly Account[]): string {
  const count = (what: string, of: (account: Account) => boolean) => {
    const number = accounts.filter(of).length
    return number === 0 ? [] : [`${what}${number}个`]
  }
  return [
    `共${accounts.length}个`,
    ...count('锁定', each => each.lockedMinutes > 0),
    ...count('尚未登录', each => each.state === 'new'),
    ...count('停用', each => each.state === 'disabled'),
    ...count('没有角色', each => each.state !== 'disabled' && each.grants.length === 0),
  ].join('，')
}
