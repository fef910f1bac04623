import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { HeadedAnswer } from './HeadedAnswer.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { printDay } from '../../kit/printDay.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { FaultList } from './FaultList.tsx'
import { SchemeReading } from './reading/SchemeReading.tsx'
import { SchemeActions } from './SchemeActions.tsx'
import type { SchemeVersion, VersionHead } from './schemeTypes.ts'

/** Shows one scheme version for reading, with the actions on it. */
export function SchemePage() {
  const { version = '' } = useParams({ strict: false }) as { readonly version?: string }
  return (
    <HeadedAnswer title="方案" of={useAnswer('GET /api/schemes/:version', { params: { version } })}>
      {found => <SchemeShown of={found} />}
    </HeadedAnswer>
  )
}

/** Shows the page of a scheme version. */
export function SchemeShown({ of }: { readonly of: SchemeVersion }) {
  const { head, faults } = of
  const wrong = faults.filter(fault => fault.severity === 'fault')
  return (
    <>
      <PageHead title={head.title} state={standing(head)} actions={<SchemeActions of={of} />} />
      {head.state === 'draft' && wrong.length > 0 && (
        <Alert
          className="scheme-alert"
          type="warning"
          showIcon
          title={`还有${wrong.length}处错误，改正后才能印发`}
          description={<FaultList faults={wrong} />}
        />
      )}
      {head.state === 'promulgated' && head.years.length === 0 && <NotInUse head={head} />}
      <SchemeReading of={of} />
    </>
  )
}

/** Says that a version is not used by its year, what has to be decided, and where. */
function NotInUse({ head }: { readonly head: VersionHead }) {
  const may = useMay()
  const { data } = useAnswer('GET /api/schemes', {})
  const inUse = data?.versions.find(one => one.cycle === head.cycle && one.years.includes(head.cycle))
  if (!may('openYear') || inUse === undefined) return null
  return (
    <Alert
      className="scheme-alert"
      type="info"
      showIcon
      title={`${head.cycle}年度现在采用的是《${inUse.title}》第${inUse.number}版；要改用这一版，请在年度里决定。`}
      action={<LinkButton to={`/${head.cycle}/year/phases`}>去改用</LinkButton>}
    />
  )
}

function standing({
  number,
  state,
  cycle,
  promulgatedBy,
  promulgatedAt,
  changedBy,
  changedAt,
  years,
  rulings,
}: VersionHead): string {
  const since =
    state === 'promulgated' && promulgatedAt !== undefined
      ? `${promulgatedBy ?? ''}于${printDay(promulgatedAt)}印发`
      : `草案，${changedBy}于${printDay(changedAt)}最后修改`
  const use = years.length === 0 ? '' : `，${years.join('、')}年度正在采用`
  const open = rulings.open > 0 ? `，${rulings.open}条口径未答复` : ''
  const assumed = rulings.assumed > 0 ? `，${rulings.assumed}条口径暂按默认` : ''
  return `${cycle}年度，第${number}版，${since}${use}${open}${assumed}`
}
