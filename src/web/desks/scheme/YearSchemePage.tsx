import { useAnswer } from '../../client/useAnswer.ts'
import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import { HeadedAnswer } from './HeadedAnswer.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { SchemeShown } from './SchemePage.tsx'

/** Shows the scheme version that scores the year. */
export function YearSchemePage() {
  const { year = 0 } = useYear()
  return (
    <HeadedAnswer title="本年度方案" of={useAnswer('GET /api/schemes', {})}>
      {({ versions }) => {
        const inUse = versions.find(one => one.years.includes(year))
        return inUse === undefined ? (
          <None year={year} />
        ) : (
          <InUse key={inUse.version} version={inUse.version} />
        )
      }}
    </HeadedAnswer>
  )
}

function InUse({ version }: { readonly version: string }) {
  return (
    <HeadedAnswer title="本年度方案" of={useAnswer('GET /api/schemes/:version', { params: { version } })}>
      {found => <SchemeShown of={found} />}
    </HeadedAnswer>
  )
}

function None({ year }: { readonly year: number }) {
  const may = useMay()
  return (
    <>
      <PageHead title="方案" />
      <EmptyState
        title={`${year}年度还没有采用方案`}
        what={
          may('editScheme')
            ? '先把考核通知编成方案并印发，再在年度里选定采用的版本。'
            : '组织考核者选定方案后，在这里可以查看。'
        }
        next={may('editScheme') && <LinkButton to="/schemes">查看方案版本</LinkButton>}
      />
    </>
  )
}
