"""A worker: holds one piece and answers what it is asked of it. It is the same in every kind of pool."""

import threading
import time
from dataclasses import replace

import numpy as np

from optimizer.engines.distributed.piece import Piece
from optimizer.engines.distributed.questions import (
    Answer,
    Improve,
    Improved,
    Look,
    Looked,
    Question,
    Sized,
    Sizes,
    Smooth,
    Smoothed,
)
from optimizer.engines.prices.dual import Dual, Reach
from optimizer.engines.prices.sweep import Reals
from optimizer.engines.search import improve
from optimizer.program import Score, Selection


class Worker:
    """Answers questions, one after another. What it remembers only makes it faster: another could go on at once."""

    def __init__(self, piece: Piece) -> None:
        self._piece = piece
        self._duals: dict[bool, Dual] = {}
        self._looked: set[bool] = set()
        self._halted = threading.Event()

    def halt(self) -> None:
        """Answer the present question with what there is. Called from another thread."""
        self._halted.set()

    def answer(self, question: Question) -> Answer:
        """The answer to one question."""
        match question:
            case Look():
                return self._look(question)
            case Smooth():
                return self._smooth(question)
            case Sizes():
                return Sized(self._dual(counted=False).sizes()[: self._piece.program.rows])
            case Improve():
                return self._improve(question)

    def _dual(self, *, counted: bool) -> Dual:
        if counted not in self._duals:
            program = self._piece.program
            if counted:
                program = replace(program, start_money=program.start_met, candidate_money=program.candidate_met)
            self._duals[counted] = Dual(program)
        return self._duals[counted]

    def _multipliers(self, prices: Reals) -> Reals:
        return np.append(prices, np.zeros(len(self._piece.program.hinges.row) - len(prices)))

    def _look(self, question: Look) -> Looked:
        dual = self._dual(counted=question.counted)
        value = dual.value(self._multipliers(question.prices))
        self._looked.add(question.counted)
        return Looked(value, dual.typical_value())

    def _smooth(self, question: Smooth) -> Smoothed:
        dual, multipliers = self._dual(counted=question.counted), self._multipliers(question.prices)
        if question.counted not in self._looked:
            # It takes the place of a worker that had looked already. Let everything have a say.
            self._look(Look(question.prices, question.counted))
            dual.keep_live(Reach(np.inf, np.inf))
        elif question.reach is not None:
            dual.keep_live(Reach(*question.reach))
        value, slope = dual.smoothed(multipliers, question.temperature)
        return Smoothed(value, -slope[: len(question.prices)])

    def _improve(self, question: Improve) -> Improved:
        piece, began = self._piece, time.monotonic()
        program = replace(piece.program, row_base=question.base, hinges=piece.costs._replace(edge=question.edges))
        self._halted.clear()

        def spent() -> float:
            return (time.monotonic() - began) / max(question.seconds, 1e-9)

        def progress() -> float:
            return question.progress + (1.0 - question.progress) * spent()

        def halted() -> bool:
            return self._halted.is_set() or (question.steps is None and spent() >= 1.0)

        best = improve(
            program,
            question.begin,
            question.prices,
            question.seed,
            halted,
            progress,
            _keep_to_oneself,
            question.steps,
        )
        return Improved(best, program.score(best))


def _keep_to_oneself(selection: Selection, score: Score) -> None:
    """Better selections are told when the round is over."""
