import { ApartmentOutlined, BarsOutlined, SolutionOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Desk } from './desks.ts'

/** Desks for routine management (日常管理): boards of grades, the ledger of meetings and returns, and lead duty. */
export const routineDesks: readonly Desk[] = [
  {
    path: '$year/routine',
    title: '等次评定',
    actions: ['readRoutine'],
    group: '日常工作',
    icon: BarsOutlined,
    page: lazyRouteComponent(() => import('../desks/routine/RoutinePage.tsx'), 'RoutinePage'),
  },
  {
    path: '$year/routine/$unit/$component',
    title: '等次评定',
    actions: ['readRoutine'],
    under: '$year/routine',
    page: lazyRouteComponent(() => import('../desks/routine/board/BoardPage.tsx'), 'BoardPage'),
  },
  {
    path: '$year/meetings',
    title: '会议和报送',
    actions: ['readRoutine'],
    group: '日常工作',
    icon: SolutionOutlined,
    page: lazyRouteComponent(() => import('../desks/routine/meetings/MeetingsPage.tsx'), 'MeetingsPage'),
  },
  {
    path: '$year/leadDuty',
    title: '牵头职责',
    actions: ['recordLeadDuty', 'gradeMembers'],
    group: '日常工作',
    icon: ApartmentOutlined,
    page: lazyRouteComponent(() => import('../desks/routine/leadDuty/LeadDutyPage.tsx'), 'LeadDutyPage'),
  },
]
