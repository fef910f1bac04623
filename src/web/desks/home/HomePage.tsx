import { useMay, useSession } from '../../client/SessionContext.ts'
import { useYear } from '../../client/useYear.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { AccountsBrief } from './AccountsBrief.tsx'
import { Deeds } from './Deeds.tsx'
import { NoYear } from './NoYear.tsx'
import { OpenSteps } from './OpenSteps.tsx'
import { rolesOf } from './rolesOf.ts'
import { YearHome } from './YearHome.tsx'
import './home.css'

/** 首页: what waits for me, what is due next and who is late, as far as my roles go; then what I can do here. */
export function HomePage() {
  const { account } = useSession()
  const may = useMay()
  const { year, isReading } = useYear()
  const roles = rolesOf(account)
  const administers = roles.some(role => ['systemAdmin', 'securityAdmin', 'auditAdmin'].includes(role))
  return (
    <>
      <PageHead title="首页" state={account.grants.map(describeGrant).join('；') || '还没有授予角色'} />
      <OpenSteps />
      {may('readYear') && year !== undefined && <YearHome roles={roles} />}
      {may('readYear') && year === undefined && !isReading && <NoYear />}
      {administers && <AccountsBrief />}
      <Deeds roles={roles} />
    </>
  )
}

function describeGrant({
  roleName,
  unitName,
}: {
  readonly roleName: string
  readonly unitName?: string | undefined
}): string {
  return unitName === undefined ? roleName : `${unitName}（${roleName}）`
}
