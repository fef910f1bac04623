import { BookOutlined, CarryOutOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Desk } from './desks.ts'

/** Desks for the ledger (台账): the ledger of one unit, of all units, their subpages, and the lists of problems. */
export const ledgerDesks: readonly Desk[] = [
  {
    path: '$year/ledger',
    title: '台账',
    actions: ['readLedger'],
    group: '日常工作',
    icon: BookOutlined,
    page: lazyRouteComponent(() => import('../desks/ledger/LedgerPage.tsx'), 'LedgerPage'),
  },
  {
    path: '$year/ledgerBoard',
    title: '各单位台账',
    actions: ['readLedger'],
    under: '$year/ledger',
    page: lazyRouteComponent(() => import('../desks/ledger/BoardPage.tsx'), 'BoardPage'),
  },
  {
    path: '$year/ledgerPeriods',
    title: '台账期间截止',
    actions: ['closeLedgerPeriod'],
    under: '$year/ledger',
    page: lazyRouteComponent(() => import('../desks/ledger/periods/PeriodsPage.tsx'), 'PeriodsPage'),
  },
  {
    path: '$year/ledger/$unit',
    title: '单位台账',
    actions: ['readLedger'],
    under: '$year/ledger',
    page: lazyRouteComponent(() => import('../desks/ledger/UnitLedgerPage.tsx'), 'UnitLedgerPage'),
  },
  {
    path: '$year/ledger/$unit/new',
    title: '登记台账',
    actions: ['keepLedger'],
    under: '$year/ledger',
    page: lazyRouteComponent(() => import('../desks/ledger/entry/NewEntryPage.tsx'), 'NewEntryPage'),
  },
  {
    path: '$year/ledger/$unit/import',
    title: '从表格导入台账',
    actions: ['keepLedger'],
    under: '$year/ledger',
    page: lazyRouteComponent(
      () => import('../desks/ledger/importing/EntryImportPage.tsx'),
      'EntryImportPage',
    ),
  },
  {
    path: '$year/ledger/$unit/entries/$entry',
    title: '台账',
    actions: ['readLedger'],
    under: '$year/ledger',
    page: lazyRouteComponent(() => import('../desks/ledger/entry/EntryPage.tsx'), 'EntryPage'),
  },
  {
    path: '$year/remedies',
    title: '自查与整改',
    actions: ['readLedger'],
    group: '日常工作',
    icon: CarryOutOutlined,
    page: lazyRouteComponent(() => import('../desks/ledger/remedies/RemediesPage.tsx'), 'RemediesPage'),
  },
]
