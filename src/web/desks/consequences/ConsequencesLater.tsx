import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'

/** Tells a unit that its consequences (结果运用) appear here once the results are released. */
export function ConsequencesLater() {
  return (
    <>
      <PageHead title="结果运用" />
      <EmptyState
        title="结果公布后显示"
        what="本年度的结果还没有向单位公布。公布后，适用的结果运用、所依据的条款和年度列在这里，送达的通知也在这里回复。"
        next={<LinkButton to="/">返回首页</LinkButton>}
      />
    </>
  )
}
