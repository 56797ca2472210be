"""Authors with books, and tags on books."""

import uuid

from django.db import models
from django.db.models import Q


class Author(models.Model):
    name = models.CharField(max_length=100, unique=True)
    born = models.DateField(null=True)
    active = models.BooleanField(default=True)


class Tag(models.Model):
    name = models.CharField(max_length=50, unique=True)


class Book(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    title = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=18, decimal_places=4, default=0)
    pages = models.BigIntegerField(null=True)
    cover = models.BinaryField(null=True)
    body = models.TextField(null=True)
    details = models.JSONField(null=True)
    weight = models.FloatField(null=True)
    sold = models.DateTimeField(null=True)
    opens = models.TimeField(null=True)
    spent = models.DurationField(null=True)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    tags = models.ManyToManyField(Tag, related_name="books")

    class Meta:
        indexes = [models.Index(fields=["title", "-price"], name="ix_title")]
        constraints = [
            models.CheckConstraint(condition=Q(price__gte=0), name="ck_price"),
            models.UniqueConstraint(fields=["pages"], condition=Q(pages__isnull=False), name="ux_pages"),
        ]
