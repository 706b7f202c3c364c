import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BarChart } from './BarChart.tsx'
import { CycleTimeline } from './CycleTimeline.tsx'
import { ProgressRing } from './ProgressRing.tsx'
import { ringArcs } from './ring-arcs.ts'
import { StackedBar } from './StackedBar.tsx'
import { sparkPoints } from './spark-points.ts'
import { markRows, timeAxis } from './time-axis.ts'
import { trendPath, trendScale } from './trend-lines.ts'

describe('the ring', () => {
  it('shares counted and planned out of what is required', () => {
    expect(ringArcs({ value: 1400, max: 2000, planned: 400 })).toEqual({ counted: 0.7, planned: expect.closeTo(0.2) })
  })

  it('is full when more than required is counted, and leaves no room for plans', () => {
    expect(ringArcs({ value: 2400, max: 2000, planned: 400 })).toEqual({ counted: 1, planned: 0 })
  })

  it('is full when nothing is required', () => {
    expect(ringArcs({ value: 0, max: 0 })).toEqual({ counted: 1, planned: 0 })
  })

  it('never leaves the circle', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (value, max, planned) => {
        const arcs = ringArcs({ value, max, planned })
        expect(arcs.counted).toBeGreaterThanOrEqual(0)
        expect(arcs.planned).toBeGreaterThanOrEqual(0)
        expect(arcs.counted + arcs.planned).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('says in words what it draws, and draws no arc for nothing', () => {
    const ring = (value: number) =>
      renderToStaticMarkup(
        <ProgressRing label="0 of 2.0 counted" value={value} max={2000} headline="0" detail="of 2.0" />,
      )
    expect(ring(0)).toContain('role="img" aria-label="0 of 2.0 counted"')
    expect(ring(0).match(/<circle/g)).toHaveLength(1)
    expect(ring(1).match(/<circle/g)).toHaveLength(2)
  })
})

describe('the time axis', () => {
  const axis = timeAxis(['2025-01-01', '2027-01-01', '2026-01-01'])

  it('sets days by their distance in days', () => {
    expect(axis.at('2025-01-01')).toBe(0)
    expect(axis.at('2026-01-01')).toBe(0.5)
    expect(axis.at('2027-01-01')).toBe(1)
    expect(axis.at('2030-01-01')).toBe(1)
  })

  it('marks the years it crosses', () => {
    expect(axis.years).toEqual([
      { year: 2025, at: 0, minor: false },
      { year: 2026, at: 0.5, minor: false },
      { year: 2027, at: 1, minor: false },
    ])
    expect(
      timeAxis(['2020-06-01', '2030-06-01'])
        .years.filter((year) => !year.minor)
        .map((year) => year.year),
    ).toEqual([2021, 2024, 2027, 2030])
  })

  it('stands on a single day and on none', () => {
    expect(timeAxis(['2026-05-05']).at('2026-05-05')).toBe(0)
    expect(timeAxis([]).years).toEqual([])
  })

  it('puts marks that would touch in rows of their own', () => {
    expect(markRows([0.1, 0.12, 0.13, 0.2], 0.05)).toEqual([0, 1, 2, 0])
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (positions) => {
        const sorted = positions.toSorted((a, b) => a - b)
        const rows = markRows(sorted, 0.05)
        for (const [index, position] of sorted.entries()) {
          const before = rows.lastIndexOf(rows[index] ?? -1, index - 1)
          if (index > 0 && before >= 0) expect(position - (sorted[before] ?? 0)).toBeGreaterThanOrEqual(0.05)
        }
      }),
    )
  })
})

describe('the timeline', () => {
  const markup = renderToStaticMarkup(
    <CycleTimeline
      label="One cycle, half earned"
      today={{ day: '2026-01-01', label: 'Today' }}
      kindLabels={{ earned: 'Earned', planned: 'Planned', atRisk: 'At risk' }}
      table={{ openLabel: 'Figures', columns: { day: 'Day', what: 'What', kind: 'State', amount: 'Credits' } }}
      tracks={[
        {
          id: 'a',
          cycles: [{ id: 'c', start: '2025-01-01', end: '2027-01-01', label: '2025–27', state: 'current' }],
          marks: [
            {
              id: 'm',
              day: '2026-01-01',
              dayText: '1 Jan',
              kind: 'planned',
              title: 'Course',
              amountText: '1.0',
              href: '/c',
            },
          ],
        },
      ]}
    />,
  )

  it('sets cycles, marks and today by the axis', () => {
    expect(markup).toContain('inset-inline-start:calc(0% + 1px);width:calc(100% - 2px)')
    expect(markup.match(/inset-inline-start:50%/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('names only the kinds it shows, and gives the figures', () => {
    expect(markup).toContain('Planned')
    expect(markup).not.toContain('At risk')
    expect(markup).toContain('<a href="/c"')
    expect(markup).toMatch(/<th scope="row"[^>]*>1 Jan<\/th>/)
  })
})

describe('bars', () => {
  it('lead to their rows and give the figures', () => {
    const markup = renderToStaticMarkup(
      <BarChart
        label="Expiries"
        bars={[
          { id: '1', label: 'January', shortLabel: 'Jan', value: 0, valueText: '0' },
          { id: '2', label: 'February', shortLabel: 'Feb', value: 4, valueText: '4', href: '/feb' },
        ]}
        table={{ openLabel: 'Figures', columns: ['Month', 'Count'] }}
      />,
    )
    expect(markup).toContain('href="/feb"')
    expect(markup).toContain('height:160px')
    expect(markup).toMatch(/<th scope="row"[^>]*>January<\/th><td[^>]*>0<\/td>/)
  })

  it('leave empty parts out of the bar but not out of the legend', () => {
    const markup = renderToStaticMarkup(
      <StackedBar
        label="Status"
        segments={[
          { id: 'a', label: 'Good', value: 3, valueText: '3', tone: 'good', href: '/good' },
          { id: 'b', label: 'Out', value: 0, valueText: '0', tone: 'out' },
        ]}
      />,
    )
    expect(markup.match(/flex-grow/g)).toHaveLength(1)
    expect(markup).toContain('Out')
    expect(markup.match(/href="\/good"/g)).toHaveLength(2)
  })

  it('run from edge to edge in a sparkline, level in the middle', () => {
    const box = { width: 100, height: 20, inset: 0 }
    expect(sparkPoints([1, 3, 2], box)).toEqual([
      [0, 20],
      [50, 0],
      [100, 10],
    ])
    expect(sparkPoints([5, 5], box)).toEqual([
      [0, 10],
      [100, 10],
    ])
    expect(sparkPoints([], box)).toEqual([])
  })
})

describe('the trend', () => {
  it('stands on a round scale from zero', () => {
    expect(trendScale([391, null])).toEqual({ top: 400, levels: [0, 100, 200, 300, 400] })
    expect(trendScale([])).toEqual({ top: 1, levels: [0, 1] })
  })

  it('holds every value, in at most four steps of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (values) => {
        const { top, levels } = trendScale(values)
        expect(top).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(levels.length).toBeLessThanOrEqual(5)
        expect(levels.every(Number.isInteger)).toBe(true)
      }),
    )
  })

  it('breaks its line where values are missing', () => {
    expect(trendPath([0, 5, null, 10, 5], 10)).toBe('M0 100L25 50M75 0L100 50')
  })
})
