"""How callers write features and their options.

Written by `cargo xtask generate` from the table of operations; do not edit.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict


class NoOptions(TypedDict):
    """The options of a feature that has none: `{}`."""


class EbsCsiOptions(TypedDict, total=False):
    """Options of `ebs-csi`: Amazon EBS CSI driver."""

    customer_key: bool
    """Whether volumes are encrypted with a customer key."""


class KarpenterOptions(TypedDict, total=False):
    """Options of `karpenter`: Karpenter."""

    interruption_queue: str
    """The name of the queue for interruption events."""


Features = TypedDict(
    "Features",
    {
        "ebs-csi": EbsCsiOptions,  # Amazon EBS CSI driver
        "aws-ebs-csi-driver": EbsCsiOptions,  # Amazon EBS CSI driver
        "irsa": NoOptions,  # IAM roles for service accounts
        "karpenter": KarpenterOptions,  # Karpenter
    },
    total=False,
)
"""The features of a wish by id, each with its options."""

FeatureId: TypeAlias = Literal["ebs-csi", "aws-ebs-csi-driver", "irsa", "karpenter"]
"""An id, for the short form: a list of ids without options."""
