import { Button } from 'antd'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'

/** Lists the problems that were sent last year, with what became of them; those already listed are not added again. */
export function LookBack({ year }: { readonly year: number }) {
  const act = useAct('POST /api/years/:year/look-back', {
    done: ({ count, units }) => `为${units}个单位列出上年度的${count}个问题`,
  })
  return (
    <>
      <Button loading={act.busy} onClick={() => void act.run({ params: { year }, body: {} })}>
        由上年度问题清单列出
      </Button>
      <RefusedNotice error={act.refused} />
    </>
  )
}
