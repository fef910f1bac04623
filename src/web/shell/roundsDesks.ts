import { EnvironmentOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Desk } from './desks.ts'

/** Desks for inspection rounds: rounds, their plans, schedules and progress; inspectors. */
export const roundsDesks: readonly Desk[] = [
  {
    path: '$year/rounds',
    title: '核查安排',
    actions: ['readRounds'],
    group: '日常工作',
    icon: EnvironmentOutlined,
    page: lazyRouteComponent(() => import('../desks/rounds/RoundsPage.tsx'), 'RoundsPage'),
  },
  {
    path: '$year/rounds/$round',
    title: '核查安排',
    actions: ['readRounds'],
    under: '$year/rounds',
    page: lazyRouteComponent(() => import('../desks/rounds/RoundPage.tsx'), 'RoundPage'),
  },
  {
    path: '$year/rounds/$round/schedule',
    title: '核查日程',
    actions: ['readRounds'],
    under: '$year/rounds',
    page: lazyRouteComponent(() => import('../desks/rounds/SchedulePage.tsx'), 'SchedulePage'),
  },
  {
    path: '$year/rounds/$round/overview',
    title: '本轮情况',
    actions: ['readSheets'],
    under: '$year/rounds',
    page: lazyRouteComponent(() => import('../desks/rounds/overview/OverviewPage.tsx'), 'OverviewPage'),
  },
  {
    path: '$year/inspectors',
    title: '核查人员',
    actions: ['planRounds'],
    under: '$year/rounds',
    page: lazyRouteComponent(() => import('../desks/rounds/inspectors/InspectorsPage.tsx'), 'InspectorsPage'),
  },
]
