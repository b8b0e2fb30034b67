import { createContext, useContext } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import type { FigurePlace } from '../../sql/figure-sql';

/** What a person opened: a panel, a row or a figure, with the rows as they were shown. */
export interface OpenedFigure extends FigurePlace {
  readonly title: string;
  readonly result: QueryResult;
}

/** Carries to the panels how one of their figures is opened. */
export const OpenFigureContext = createContext<(figure: OpenedFigure) => void>(() => {});

export const useOpenFigure = () => useContext(OpenFigureContext);
