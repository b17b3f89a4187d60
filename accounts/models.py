"""Who a person is: one account, known by its email address."""

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property

if TYPE_CHECKING:
    from accounts.sessions import SessionStore

NAME_LENGTH = 80
BIO_LENGTH = 1000
SUSPENSION_REASON_LENGTH = 1000
MODERATORS = "Moderators"
CREATORS = "Creators"
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with this address, whatever its case."""
        return self.get(email__iexact=username)

    def create_user(
        self, *, email: str, name: str, password: str | None = None, **extra: Any
    ) -> "User":
        """Create an account. The address is kept in lower case, since people mistype its case."""
        user = self.model(email=email.strip().lower(), name=name, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, *, email: str, name: str, password: str, **extra: Any) -> "User":
        """Create an operator's account: every permission, without any group."""
        return self.create_user(
            email=email, name=name, password=password, is_superuser=True, **extra
        )


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. Readable to strangers are only `name`, `bio` and `created_at`."""

    email = models.EmailField("email address", unique=True)
    name = models.CharField(max_length=NAME_LENGTH)
    bio = models.TextField(blank=True, validators=[MaxLengthValidator(BIO_LENGTH)])
    is_active = models.BooleanField(default=True)
    suspended_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    notify_requests = models.BooleanField("mail about requests", default=True)
    notify_reviews = models.BooleanField("mail about reviews", default=True)
    notify_reminders = models.BooleanField("mail reminders", default=True)
    notify_news = models.BooleanField("mail news", default=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_ignoring_case"),
            models.CheckConstraint(condition=~models.Q(name=""), name="user_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(suspended_at=None) | models.Q(is_active=False),
                name="suspended_user_is_not_active",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse in any form what the constraint refuses: making a suspended person active by hand."""
        super().clean()
        if self.suspended_at and self.is_active:
            raise ValidationError("This person is suspended. Lift the suspension under People.")

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def suspension_reason(self) -> str:
        """Why this person is suspended now; empty for everybody else. One query."""
        reasons = self.suspensions.filter(lifted_at=None).values_list("reason", flat=True)
        return reasons.first() or ""

    @cached_property
    def is_moderator(self) -> bool:
        """Whether this person may decide about other people's posts. Asked once, then remembered."""
        return self.is_appointed and not self.lacks_second_factor

    @cached_property
    def is_appointed(self) -> bool:
        """Whether this person was made a moderator or an administrator, and the account is open."""
        return self.is_active and (
            self.is_superuser or self.groups.filter(name=MODERATORS).exists()
        )

    @cached_property
    def lacks_second_factor(self) -> bool:
        """Whether this person has to set up a second factor before anything else of theirs counts.

        The one rule about who needs one: who was appointed, where SECOND_FACTOR_FOR_STAFF is on.
        """
        return settings.SECOND_FACTOR_FOR_STAFF and self.is_appointed and not self.has_second_factor

    @property
    def has_second_factor(self) -> bool:
        """Whether signing in asks for more than the password. Recovery codes alone are none."""
        return Authenticator.objects.filter(user=self, type__in=SECOND_FACTORS).exists()


class Suspension(models.Model):
    """A time for which a person is shut out: who said so and why, and who ended it.

    accounts/suspension.py keeps `User.suspended_at` in step with the one that is not lifted.
    """

    user = models.ForeignKey(User, related_name="suspensions", on_delete=models.CASCADE)
    reason = models.TextField(max_length=SUSPENSION_REASON_LENGTH)
    suspended_by = models.ForeignKey(User, null=True, related_name="+", on_delete=models.SET_NULL)
    suspended_at = models.DateTimeField(default=timezone.now)
    lifted_by = models.ForeignKey(User, null=True, related_name="+", on_delete=models.SET_NULL)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-suspended_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(lifted_at=None),
                name="suspended_once_at_a_time",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="suspension_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.reason


class Session(AbstractBaseSession):
    """A browser's or an app's session, with whose it is; see accounts/sessions.py.

    `user_id` is no foreign key: saving a session must not fail because its person has just left.
    """

    user_id = models.BigIntegerField(null=True, db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        from accounts.sessions import SessionStore

        return SessionStore
