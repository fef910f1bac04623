import { useMay } from '../../client/useMay.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { PhaseTable } from './PhaseTable.tsx'
import { ReleaseResults } from './ReleaseResults.tsx'
import { SchemeInUse } from './SchemeInUse.tsx'
import { useYearAnswer } from './useYearAnswer.ts'
import './phases.css'

/** Shows the phases with who decided them and why, the scheme version in use, and the release of results to units. */
export function PhasesPage() {
  const may = useMay()
  return (
    <AnsweredPage title="阶段与方案" of={useYearAnswer()}>
      {of => (
        <>
          <PageHead
            title="阶段与方案"
            state={`${of.phaseName}阶段；本年度${printDay(of.openedAt)}由${of.openedBy}开启`}
            actions={may('openYear') && <LinkButton to="/openYear">开启新年度</LinkButton>}
          />
          <PhaseTable of={of} />
          <h2>向单位公布结果</h2>
          <ReleaseResults of={of} />
          <h2>采用的方案</h2>
          <SchemeInUse of={of} />
        </>
      )}
    </AnsweredPage>
  )
}
