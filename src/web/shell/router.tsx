import { createRootRoute, createRoute, createRouter, Link, Navigate } from '@tanstack/react-router'
import { desks } from './desks.ts'
import { Shell } from './Shell.tsx'
import { noteMove } from '../client/cameFrom.ts'
import { deskAt, visibleDesks } from './visibleDesks.ts'
import { useMay } from '../client/useMay.ts'
import { useYear } from '../client/useYear.ts'
import { Button } from 'antd'
import { Refused } from '../client/Refused.ts'
import { PageHead } from '../kit/PageHead.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: PageMissing })

const arrival = createRoute({ getParentRoute: () => root, path: '/', component: Arrival })
const arrivalInYear = createRoute({ getParentRoute: () => root, path: '$year', component: Arrival })
const pages = desks.map(({ path, page }) =>
  createRoute({ getParentRoute: () => root, path, component: page }),
)

/** Page router: one route per desk, each loaded when it is opened or about to be. */
export const router = createRouter({
  routeTree: root.addChildren([arrival, arrivalInYear, ...pages]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageOpening,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultErrorComponent: PageFault,
  scrollRestoration: true,
})

router.subscribe('onBeforeLoad', ({ fromLocation, toLocation }) => {
  if (fromLocation === undefined) return
  const from = deskAt(fromLocation.pathname)
  // A form that was sent is nothing to go back to.
  const isPlace = from !== undefined && (from.under === undefined || /\$\w+$/.test(from.path))
  noteMove(fromLocation, toLocation, isPlace ? from.title : undefined)
})

/** Redirects to the first desk that this person may see. */
function Arrival() {
  const may = useMay()
  const { year, isReading } = useYear()
  if (isReading) return null
  const first = visibleDesks(may, year)[0]!
  return <Navigate to={first.address} replace />
}

/** Shows a page error: a refusal with its own message, a bug with ours. */
function PageFault({ error }: { readonly error: unknown }) {
  return (
    <div className="page-fault" role="alert">
      <p>
        {error instanceof Refused
          ? error.message
          : '这个页面出了故障，已保存的内容不受影响。请重新载入；仍然如此时，请把刚才的操作告诉系统管理员。'}
      </p>
      <Button type="primary" onClick={() => location.reload()}>
        重新载入
      </Button>
    </div>
  )
}

/** Shows that there is no such page. */
function PageMissing() {
  return (
    <>
      <PageHead title="没有这个页面" />
      <p>地址可能写错了，或者这个页面已经移走。</p>
      <p>
        <Link to="/">返回首页</Link>
      </p>
    </>
  )
}

/** Shows that the page is loading. */
function PageOpening() {
  return (
    <p className="soft" role="status">
      正在打开……
    </p>
  )
}
