import { useSearch } from '@tanstack/react-router'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { ImportList } from './ImportList.tsx'
import { ImportView } from './ImportView.tsx'
import { StartImport } from './StartImport.tsx'
import { useQuery } from '@tanstack/react-query'
import { answerOptions } from '../../client/useAnswer.ts'
import { isUnderWay } from './intakeTypes.ts'
import './intake.css'

const EVERY_MS = 700

/** Reads one import and polls it while it is running. The import continues without any reader. */
function useImport(year: number, intake: string) {
  return useQuery({
    ...answerOptions('GET /api/years/:year/intakes/:intake', { params: { year, intake } }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data.state) ? EVERY_MS : false,
  })
}

/** Reads the imports and polls while one of them is running. */
function useImports(year: number | undefined) {
  return useQuery({
    ...answerOptions('GET /api/years/:year/intakes', { params: { year: year! } }),
    enabled: year !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.intakes.some(one => isUnderWay(one.state)) ? EVERY_MS * 3 : false,
  })
}

/** Imports and exports: workbooks to fill in, a file to choose, and the imports so far. `?of=` shows one of them. */
export function ImportsPage() {
  const { year } = useYear()
  const { of } = useSearch({ strict: false }) as { readonly of?: string }
  if (year === undefined) return <PageHead title="导入与导出" />
  return of === undefined ? <All year={year} /> : <One key={of} year={year} intake={of} />
}

function All({ year }: { readonly year: number }) {
  return (
    <AnsweredPage title="导入与导出" of={useImports(year)}>
      {({ intakes }) => {
        const ready = intakes.filter(one => one.state === 'ready').length
        return (
          <>
            <PageHead
              title="导入与导出"
              state={ready > 0 ? `${ready}个文件已预览，等待提交` : `${year}年度的名册、事实和历年结果`}
              actions={<LinkButton to={`/${year}/roster`}>返回名册</LinkButton>}
            />
            <StartImport year={year} />
            <h2>各次导入</h2>
            <ImportList year={year} imports={intakes} />
          </>
        )
      }}
    </AnsweredPage>
  )
}

function One({ year, intake }: { readonly year: number; readonly intake: string }) {
  return (
    <AnsweredPage title="导入" of={useImport(year, intake)}>
      {detail => <ImportView of={detail} />}
    </AnsweredPage>
  )
}
