import { Button } from 'antd'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

/** Says that the roster (名册) is empty and offers to import it, copy last year's, or add a first unit. */
export function NoRoster({ year, closed }: { readonly year: number; readonly closed: boolean }) {
  const may = useMay()
  const { data } = useAnswer('GET /api/years', {}, { when: may('readYear') })
  const act = useAct('POST /api/years/:year/roster-copy', { done: '名册已复制' })
  const before = data?.years.find(one => one.year < year && one.units > 0)
  if (!may('editRoster'))
    return <EmptyState title="名册还是空的" what="组织考核者录入名册后，这里列出参加考核的单位。" />
  if (closed) return <EmptyState title="名册还是空的" what="上面的问题解决后，就可以导入或录入名册。" />
  return (
    <>
      <RefusedNotice error={act.refused} />
      <EmptyState
        title="名册还是空的"
        what="由填报工作簿导入最快：先下载空表，填好单位和任职后上传；也可以沿用上年度的名册，或逐个增加单位。"
        next={
          <>
            <LinkButton type="primary" to={`/${year}/imports`}>
              导入名册
            </LinkButton>
            {before !== undefined && (
              <Button
                loading={act.busy}
                onClick={() => void act.run({ params: { year }, body: { from: before.year } })}
              >
                沿用{before.year}年度的名册
              </Button>
            )}
            <LinkButton to={`/${year}/newUnit`}>增加单位</LinkButton>
          </>
        }
      />
    </>
  )
}
